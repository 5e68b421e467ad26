package io.tallystick.ingest.cloudevents;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// Reads `2026-03-29T01:30:00.5+01:00`, the one form of time on the wire. ISO 8601 allows more
/// forms, and [java.time.format.DateTimeFormatter] accepts some of them.
final class Rfc3339 {

    private static final int FRACTION_FROM = 19;
    private static final int FRACTION_DIGITS_MAX = 9;

    private Rfc3339() {}

    static Optional<Instant> parse(String text) {
        try {
            return Optional.of(read(text));
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static Instant read(String text) {
        expect(
                text.charAt(4) == '-'
                        && text.charAt(7) == '-'
                        && "Tt".indexOf(text.charAt(10)) >= 0);
        expect(text.charAt(13) == ':' && text.charAt(16) == ':');
        int zoneFrom = FRACTION_FROM;
        if (text.charAt(FRACTION_FROM) == '.') {
            zoneFrom = firstNoDigit(text, FRACTION_FROM + 1);
        }
        return LocalDateTime.of(
                        digits(text, 0, 4),
                        digits(text, 5, 7),
                        digits(text, 8, 10),
                        digits(text, 11, 13),
                        digits(text, 14, 16),
                        digits(text, 17, 19),
                        nanos(text, zoneFrom))
                .toInstant(zone(text, zoneFrom));
    }

    private static int nanos(String text, int zoneFrom) {
        if (zoneFrom == FRACTION_FROM) {
            return 0;
        }
        int digits = zoneFrom - FRACTION_FROM - 1;
        expect(digits >= 1 && digits <= FRACTION_DIGITS_MAX);
        int nanos = digits(text, FRACTION_FROM + 1, zoneFrom);
        for (int i = digits; i < FRACTION_DIGITS_MAX; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static ZoneOffset zone(String text, int from) {
        char sign = text.charAt(from);
        if (sign == 'Z' || sign == 'z') {
            expect(text.length() == from + 1);
            return ZoneOffset.UTC;
        }
        expect(
                (sign == '+' || sign == '-')
                        && text.length() == from + 6
                        && text.charAt(from + 3) == ':');
        int factor = sign == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(
                factor * digits(text, from + 1, from + 3),
                factor * digits(text, from + 4, from + 6));
    }

    private static int firstNoDigit(String text, int from) {
        int i = from;
        while (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            expect(c >= '0' && c <= '9');
            value = value * 10 + (c - '0');
        }
        return value;
    }

    private static void expect(boolean holds) {
        if (!holds) {
            throw new DateTimeException("not RFC 3339");
        }
    }
}
