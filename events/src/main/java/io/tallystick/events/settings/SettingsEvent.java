package io.tallystick.events.settings;

import io.tallystick.events.EventName;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Facts about the settings of a customer. Each carries all values of its section as they are now.
public sealed interface SettingsEvent {

    /// How fast a customer's keys may ask changed.
    ///
    /// @param tier `standard`, `premium` or `enterprise`
    /// @param requestsPerMinute of `enterprise`, null otherwise
    @EventName("settings.ApiLimitsChanged")
    record ApiLimitsChanged(
            UUID customerId, UUID partnerId, String tier, @Nullable Integer requestsPerMinute)
            implements SettingsEvent {}

    /// Whether a customer has people of its own, and how many, changed.
    ///
    /// @param max members and open invitations together, null for no limit
    @EventName("settings.TeamChanged")
    record TeamChanged(UUID customerId, UUID partnerId, boolean enabled, @Nullable Integer max)
            implements SettingsEvent {}
}
