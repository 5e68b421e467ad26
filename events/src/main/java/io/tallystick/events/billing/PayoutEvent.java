package io.tallystick.events.billing;

import io.tallystick.events.EventName;
import java.time.Instant;
import java.util.UUID;

/// Facts about where people are paid.
public sealed interface PayoutEvent {

    /// Somebody wants to be paid at an address and has not shown yet that it reads what is sent
    /// there. When it has, the address is set.
    ///
    /// @param expiresAt until when it may be shown
    @EventName("billing.PayoutAddressRequested")
    record PayoutAddressRequested(
            UUID memberId, UUID partnerId, UUID customerId, String email, Instant expiresAt)
            implements PayoutEvent {}

    /// Somebody is paid at another address from here on.
    ///
    /// @param email of the account that takes the money
    @EventName("billing.PayoutAddressSet")
    record PayoutAddressSet(UUID memberId, UUID partnerId, UUID customerId, String email)
            implements PayoutEvent {}
}
