package io.tallystick.query.credits;

import io.tallystick.query.page.Cursor;
import java.util.List;

/// Where a page of transactions ends.
public record TransactionCursor(long position, int ordinal) {

    static final TransactionCursor NEWEST = new TransactionCursor(Long.MAX_VALUE, 0);

    /// @throws io.tallystick.edge.problem.ApiProblem 400 when it is not one of ours
    public static TransactionCursor parse(String cursor) {
        List<String> parts = Cursor.parse(cursor, 2);
        try {
            return new TransactionCursor(
                    Long.parseLong(parts.getFirst()), Integer.parseInt(parts.getLast()));
        } catch (NumberFormatException e) {
            throw Cursor.invalid();
        }
    }

    String text() {
        return Cursor.of(Long.toString(position), Integer.toString(ordinal));
    }
}
