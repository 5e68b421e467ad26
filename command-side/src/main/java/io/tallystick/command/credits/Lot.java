package io.tallystick.command.credits;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tallystick.events.credits.CreditEvent.CreditsGranted;
import io.tallystick.rating.CreditLot;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of `credit_lot`: what was granted at once, and what became of it. What neither remains nor
/// expired was used.
record Lot(
        UUID tenantId,
        UUID customerId,
        UUID lotId,
        String kind,
        int priority,
        Instant effectiveAt,
        @Nullable Instant expiresAt,
        @Nullable String note,
        BigDecimal amount,
        BigDecimal remaining,
        BigDecimal expired,
        String state,
        long position) {

    static final String SCHEDULED = "scheduled";
    static final String ACTIVE = "active";
    static final String EXPIRED = "expired";

    private static final int RETURNED_PRIORITY = 100;

    /// A lot whose grant says nothing else is effective when it was recorded.
    static Lot of(CreditsGranted granted, Moment moment) {
        return new Lot(
                granted.partnerId(),
                granted.customerId(),
                granted.lotId(),
                granted.kind(),
                granted.priority(),
                granted.effectiveAt() == null ? moment.at() : granted.effectiveAt(),
                granted.expiresAt(),
                granted.note(),
                granted.amount(),
                granted.amount(),
                BigDecimal.ZERO,
                SCHEDULED,
                moment.position());
    }

    /// What a call had cost too much, where none of its lots can take it back. It never expires.
    static Lot returned(Call call, BigDecimal amount, Moment moment) {
        return new Lot(
                call.tenantId(),
                call.customerId(),
                UUID.nameUUIDFromBytes(("returned/" + call.holdId()).getBytes(UTF_8)),
                "returned",
                RETURNED_PRIORITY,
                moment.at(),
                null,
                null,
                amount,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                ACTIVE,
                moment.position());
    }

    boolean is(String wanted) {
        return state.equals(wanted);
    }

    boolean isDue(Instant at) {
        return is(SCHEDULED) && !effectiveAt.isAfter(at);
    }

    CreditLot forBurning() {
        return new CreditLot(lotId, priority, effectiveAt, expiresAt, remaining);
    }

    Lot activated() {
        return with(remaining, expired, ACTIVE);
    }

    /// @param change negative where it pays
    Lot changedBy(BigDecimal change) {
        return with(remaining.add(change), expired, state);
    }

    /// What is left is gone.
    Lot over() {
        return with(BigDecimal.ZERO, expired.add(remaining), EXPIRED);
    }

    private Lot with(BigDecimal left, BigDecimal gone, String now) {
        return new Lot(
                tenantId,
                customerId,
                lotId,
                kind,
                priority,
                effectiveAt,
                expiresAt,
                note,
                amount,
                left,
                gone,
                now,
                position);
    }
}
