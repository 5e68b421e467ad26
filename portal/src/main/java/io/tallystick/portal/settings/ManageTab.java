package io.tallystick.portal.settings;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The tabs of the page, by the names that addresses have.
enum ManageTab {
    FEATURES("Features & Add-ons"),
    PORTAL("Client portal"),
    BRANDING("Branding"),
    CALLS("Calls and usage"),
    LIMITS("Limits"),
    ACCOUNT("Account");

    private final String title;

    ManageTab(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// An unknown tab is the first.
    static ManageTab of(@Nullable String key) {
        return Arrays.stream(values())
                .filter(tab -> tab.key().equals(key))
                .findFirst()
                .orElse(FEATURES);
    }
}
