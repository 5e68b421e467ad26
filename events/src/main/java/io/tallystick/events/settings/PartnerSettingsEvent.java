package io.tallystick.events.settings;

import io.tallystick.events.EventName;
import java.util.UUID;

/// Facts about what is set for a partner itself.
public sealed interface PartnerSettingsEvent {

    /// A partner has more or less storage to give to its customers.
    ///
    /// @param beforeMb in megabytes of 10⁶ bytes, as `afterMb`
    @EventName("settings.PartnerStorageChanged")
    record PartnerStorageChanged(UUID partnerId, long beforeMb, long afterMb)
            implements PartnerSettingsEvent {}
}
