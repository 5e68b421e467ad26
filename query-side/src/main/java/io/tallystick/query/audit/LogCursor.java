package io.tallystick.query.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tallystick.query.page.Cursor;
import io.tallystick.query.time.QueryTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a page ends. It has a mark over itself and the filter, so that one that was altered, or
/// that belongs to another filter, is told from ours. It carries no rights, so the mark is no
/// secret.
///
/// @param at time of the last entry that was looked at
record LogCursor(Instant at, long position, int ordinal) {

    private static final int PARTS = 4;
    private static final int MARK_BYTES = 8;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long NANOS_PER_MICRO = 1_000;

    String write(LogFilter filter) {
        String[] place = place();
        return Cursor.of(place[0], place[1], place[2], mark(place, filter));
    }

    /// @throws io.tallystick.edge.problem.ApiProblem 400 when it is not one of ours
    static @Nullable LogCursor parse(@Nullable String cursor, LogFilter filter) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        List<String> parts = Cursor.parse(cursor, PARTS);
        LogCursor found = of(parts);
        if (!found.write(filter).equals(cursor)) {
            throw Cursor.invalid();
        }
        return found;
    }

    private static LogCursor of(List<String> parts) {
        try {
            long micros = Long.parseLong(parts.get(0));
            Instant at =
                    Instant.ofEpochSecond(
                            Math.floorDiv(micros, MICROS_PER_SECOND),
                            Math.floorMod(micros, MICROS_PER_SECOND) * NANOS_PER_MICRO);
            QueryTime.requireKnown(at);
            return new LogCursor(at, Long.parseLong(parts.get(1)), Integer.parseInt(parts.get(2)));
        } catch (IllegalArgumentException e) {
            throw Cursor.invalid();
        }
    }

    private String[] place() {
        return new String[] {
            Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at)),
            Long.toString(position),
            Integer.toString(ordinal)
        };
    }

    private static String mark(String[] place, LogFilter filter) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(
                                    (String.join("/", place) + "/" + filter.identity())
                                            .getBytes(UTF_8));
            return HexFormat.of().formatHex(hash, 0, MARK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
