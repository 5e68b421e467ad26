package io.tallystick.events.credits;

import io.tallystick.events.EventName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Facts about the AI credits of customers. Amounts are credits, at most 6 decimals.
public sealed interface CreditEvent {

    UUID customerId();

    /// The tenant.
    UUID partnerId();

    /// A customer was given credits. They are one lot, and are burned and expire as one.
    ///
    /// @param kind `paid` or `promotional`
    /// @param priority 1 to 1,000; the lower one pays first
    /// @param effectiveAt from when on they pay, null for at once
    /// @param expiresAt from when on they pay no more, null for never
    @EventName("credits.CreditsGranted")
    record CreditsGranted(
            UUID lotId,
            UUID customerId,
            UUID partnerId,
            BigDecimal amount,
            String kind,
            int priority,
            @Nullable Instant effectiveAt,
            @Nullable Instant expiresAt,
            @Nullable String note)
            implements CreditEvent {}

    /// Credits were taken away by hand.
    ///
    /// @param overridden whether it was to be taken even where that leaves less than the floor
    @EventName("credits.CreditsDeducted")
    record CreditsDeducted(
            UUID deductionId,
            UUID customerId,
            UUID partnerId,
            BigDecimal amount,
            String reason,
            boolean overridden)
            implements CreditEvent {}

    /// Credits were set aside for a call that is going on.
    ///
    /// @param expiresAt when the hold ends by itself
    @EventName("credits.CreditsHeld")
    record CreditsHeld(
            UUID holdId,
            UUID customerId,
            UUID partnerId,
            String callId,
            BigDecimal amount,
            Instant expiresAt)
            implements CreditEvent {}

    /// A hold goes on, with more credits or as many as before.
    ///
    /// @param amount all that is set aside now
    /// @param expiresAt when the hold ends by itself now
    @EventName("credits.CreditHoldExtended")
    record CreditHoldExtended(
            UUID holdId,
            UUID customerId,
            UUID partnerId,
            String callId,
            BigDecimal amount,
            Instant expiresAt)
            implements CreditEvent {}

    /// A call has ended, and its hold pays for it. What the usage of the same call costs more or
    /// less is burned or given back when it comes.
    ///
    /// @param amount at most what was held
    @EventName("credits.CreditsCaptured")
    record CreditsCaptured(
            UUID holdId, UUID customerId, UUID partnerId, String callId, BigDecimal amount)
            implements CreditEvent {}

    /// A hold has ended and pays for nothing.
    ///
    /// @param expired whether it ended by itself
    @EventName("credits.CreditsReleased")
    record CreditsReleased(
            UUID holdId, UUID customerId, UUID partnerId, String callId, boolean expired)
            implements CreditEvent {}

    /// The time has come from which on a lot pays.
    @EventName("credits.CreditsActivated")
    record CreditsActivated(UUID lotId, UUID customerId, UUID partnerId) implements CreditEvent {}

    /// The time has come from which on a lot pays no more; what is left of it is gone.
    @EventName("credits.CreditsExpired")
    record CreditsExpired(UUID lotId, UUID customerId, UUID partnerId) implements CreditEvent {}

    /// The balance fell from above a threshold to it or below.
    ///
    /// @param balance what is left
    /// @param lowest whether it is the lowest that was crossed at once, of which people are told
    /// @param causePosition of the entry that did it
    @EventName("credits.LowCreditCrossed")
    record LowCreditCrossed(
            UUID customerId,
            UUID partnerId,
            BigDecimal threshold,
            BigDecimal balance,
            boolean lowest,
            long causePosition)
            implements CreditEvent {}

    /// The balance fell to nothing.
    ///
    /// @param causePosition of the entry that did it
    @EventName("credits.CreditsExhausted")
    record CreditsExhausted(UUID customerId, UUID partnerId, long causePosition)
            implements CreditEvent {}
}
