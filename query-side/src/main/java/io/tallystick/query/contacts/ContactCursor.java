package io.tallystick.query.contacts;

import io.tallystick.query.page.Cursor;
import io.tallystick.query.time.QueryTime;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The last number of a page.
record ContactCursor(Instant confirmedAt, String contactId, String newNumber) {

    /// An id may hold whatever separates the parts of a cursor.
    String text() {
        return Cursor.of(
                confirmedAt.toString(),
                newNumber,
                Base64.getEncoder().encodeToString(contactId.getBytes(StandardCharsets.UTF_8)));
    }

    /// @throws io.tallystick.edge.problem.ApiProblem 400 when it is not one of ours
    static @Nullable ContactCursor parse(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> parts = Cursor.parse(cursor, 3);
        try {
            Instant at = Instant.parse(parts.get(0));
            QueryTime.requireKnown(at);
            String contactId =
                    new String(Base64.getDecoder().decode(parts.get(2)), StandardCharsets.UTF_8);
            if (contactId.indexOf(0) >= 0) {
                throw Cursor.invalid();
            }
            return new ContactCursor(at, contactId, parts.get(1));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Cursor.invalid();
        }
    }
}
