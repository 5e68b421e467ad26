package io.tallystick.events.settings;

import io.tallystick.events.EventName;
import java.util.UUID;

/// Facts about callers that do not get through to a customer.
public sealed interface BlockedCallerEvent {

    /// A caller is let through no more.
    ///
    /// @param blockId another one each time that the same caller is blocked
    /// @param number as E.164 writes it
    @EventName("settings.CallerBlocked")
    record CallerBlocked(UUID blockId, UUID customerId, UUID partnerId, String number)
            implements BlockedCallerEvent {}

    /// A caller is let through again.
    ///
    /// @param blockId what ended
    /// @param number as E.164 writes it
    @EventName("settings.CallerUnblocked")
    record CallerUnblocked(UUID blockId, UUID customerId, UUID partnerId, String number)
            implements BlockedCallerEvent {}
}
