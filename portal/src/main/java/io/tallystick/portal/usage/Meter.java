package io.tallystick.portal.usage;

/// The four numbers that every customer looks at first. Other meters are listed below them.
enum Meter {
    VOICE("voice_minutes", "Voice minutes", "Voice", "min"),
    SMS("sms_segments", "SMS segments", "SMS", "segments"),
    EMAIL("emails", "E-mails", "E-mail", "e-mails"),
    STORAGE("storage_gb", "Storage", "Storage", "GB");

    private final String slug;
    private final String title;
    private final String label;
    private final String unit;

    Meter(String slug, String title, String label, String unit) {
        this.slug = slug;
        this.title = title;
        this.label = label;
        this.unit = unit;
    }

    public String slug() {
        return slug;
    }

    public String title() {
        return title;
    }

    /// The title in a narrow place.
    public String label() {
        return label;
    }

    public String unit() {
        return unit;
    }

    static boolean isHeadline(String slug) {
        for (Meter meter : values()) {
            if (meter.slug.equals(slug)) {
                return true;
            }
        }
        return false;
    }
}
