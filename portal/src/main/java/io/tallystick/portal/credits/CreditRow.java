package io.tallystick.portal.credits;

import io.tallystick.query.credits.TransactionItem;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A line of the history.
///
/// @param what happened, in words
/// @param amount with its sign
/// @param after the balance afterwards
record CreditRow(
        String when,
        String what,
        @Nullable String detail,
        String amount,
        String overage,
        String after) {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    static CreditRow of(TransactionItem booked, ZoneId zone) {
        return new CreditRow(
                WHEN.format(booked.recordedAt().atZone(zone)),
                what(booked),
                detail(booked),
                signed(booked.amount()),
                booked.overage().equals("0") ? "" : signed(booked.overage()),
                booked.settledAfter());
    }

    private static String what(TransactionItem booked) {
        return switch (booked.kind()) {
            case "grant" -> "Credits added";
            case "overage_paid" -> "Overage paid";
            case "capture" -> "Call captured";
            case "deduction" -> "Credits deducted";
            case "expiry" -> "Credits expired";
            default -> "Usage";
        };
    }

    private static @Nullable String detail(TransactionItem booked) {
        if (booked.meter() == null) {
            return booked.kind().equals("capture") ? booked.reference() : booked.note();
        }
        String unit =
                switch (booked.meter()) {
                    case "voice_minutes" -> "minutes";
                    case "sms_segments" -> "segments";
                    default -> "e-mails";
                };
        return "%s %s at %s".formatted(booked.quantity(), unit, booked.price());
    }

    private static String signed(String amount) {
        return amount.startsWith("-") || amount.equals("0") ? amount : "+" + amount;
    }

    static String text(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
