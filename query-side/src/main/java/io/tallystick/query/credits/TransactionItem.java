package io.tallystick.query.credits;

import io.tallystick.edge.wall.ShownCredits.Transaction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that was booked. The amounts of a customer add up to `settled`, and the overages to
/// `overage`.
///
/// @param position of the entry of the log that caused it
/// @param ordinal among those of the same entry
/// @param kind `grant`, `overage_paid`, `usage`, `capture`, `deduction` or `expiry`
/// @param recordedAt when the entry was recorded
/// @param amount by how much the settled balance changed
/// @param overage by how much the overage changed
/// @param settledAfter the balance afterwards
/// @param overageAfter the overage afterwards
/// @param meter of the usage; null for what is none
/// @param quantity of the usage, billed, in the meter's unit
/// @param price in credits for one such unit
/// @param reference what it is about: a lot, a deduction, a call
/// @param note what was noted
public record TransactionItem(
        long position,
        int ordinal,
        String kind,
        Instant recordedAt,
        String amount,
        String overage,
        String settledAfter,
        String overageAfter,
        @Nullable String meter,
        @Nullable String quantity,
        @Nullable String price,
        @Nullable String reference,
        @Nullable String note) {

    static TransactionItem of(Transaction booked) {
        return new TransactionItem(
                booked.position(),
                booked.ordinal(),
                booked.kind(),
                booked.recordedAt(),
                CreditText.of(booked.amount()),
                CreditText.of(booked.overage()),
                CreditText.of(booked.settledAfter()),
                CreditText.of(booked.overageAfter()),
                booked.meter(),
                CreditText.orNull(booked.quantity()),
                CreditText.orNull(booked.price()),
                booked.reference(),
                booked.note());
    }
}
