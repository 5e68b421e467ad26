package io.tallystick.events.settings;

import io.tallystick.events.EventName;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Facts about the settings of a customer. Each carries all values of its section as they are now,
/// and those that a section had before where it is younger than the first two.
public sealed interface SettingsEvent {

    UUID customerId();

    /// The tenant.
    UUID partnerId();

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

    /// The portal of a customer's clients changed.
    @EventName("settings.PortalChanged")
    record PortalChanged(
            UUID customerId, UUID partnerId, Section.Portal before, Section.Portal after)
            implements SettingsEvent {}

    /// What a customer has beside the product itself changed.
    @EventName("settings.FeaturesChanged")
    record FeaturesChanged(
            UUID customerId, UUID partnerId, Section.Features before, Section.Features after)
            implements SettingsEvent {}

    /// What the menu of a customer's portal shows changed, at somebody's wish or because what an
    /// entry leads to was switched off.
    @EventName("settings.MenuChanged")
    record MenuChanged(UUID customerId, UUID partnerId, Section.Menu before, Section.Menu after)
            implements SettingsEvent {}
}
