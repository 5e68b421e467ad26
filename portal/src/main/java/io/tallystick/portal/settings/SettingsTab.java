package io.tallystick.portal.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the settings have, by the names that addresses have. Each is a page of its own.
public enum SettingsTab {
    PROFILE("Profile"),
    API_KEYS("API keys"),
    QUALIFIED_CALLS("Qualified calls"),
    BLOCKED_CALLERS("Blocked callers"),
    SUPPORT("Support"),
    PAYOUTS("Payouts");

    private final String title;

    SettingsTab(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<SettingsTab> named(@Nullable String key) {
        return Arrays.stream(values()).filter(tab -> tab.key().equals(key)).findFirst();
    }
}
