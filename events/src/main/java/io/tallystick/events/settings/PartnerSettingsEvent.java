package io.tallystick.events.settings;

import io.tallystick.events.EventName;
import java.util.UUID;

/// Facts about what is set for a partner itself.
public sealed interface PartnerSettingsEvent {

    UUID partnerId();

    /// A partner has more or less storage to give to its customers.
    ///
    /// @param beforeMb in megabytes of 10⁶ bytes, as `afterMb`
    @EventName("settings.PartnerStorageChanged")
    record PartnerStorageChanged(UUID partnerId, long beforeMb, long afterMb)
            implements PartnerSettingsEvent {}

    /// How a partner looks to its customers changed.
    @EventName("settings.PartnerBrandingChanged")
    record PartnerBrandingChanged(
            UUID partnerId, PartnerSection.Branding before, PartnerSection.Branding after)
            implements PartnerSettingsEvent {}

    /// Whom a partner's mails come from changed.
    @EventName("settings.PartnerSenderChanged")
    record PartnerSenderChanged(
            UUID partnerId, PartnerSection.Sender before, PartnerSection.Sender after)
            implements PartnerSettingsEvent {}

    /// What a partner may give to its customers changed.
    @EventName("settings.PartnerAddOnsChanged")
    record PartnerAddOnsChanged(
            UUID partnerId, PartnerSection.AddOns before, PartnerSection.AddOns after)
            implements PartnerSettingsEvent {}
}
