package io.tallystick.query.support;

import static io.tallystick.readmodel.Tables.SUPPORT_TEXT;

import io.tallystick.edge.caller.Caller;
import java.time.Instant;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// What somebody wrote in a ticket.
///
/// @param side `customer`, or `partner` for whoever answers it
/// @param author who wrote it; null where the reader does not learn who is above it
/// @param text what was written
/// @param writtenAt when
public record TicketText(String side, @Nullable String author, String text, Instant writtenAt) {

    static TicketText of(Record row, Caller reader) {
        boolean fromCustomer = row.get(SUPPORT_TEXT.FROM_CUSTOMER);
        return new TicketText(
                fromCustomer ? "customer" : "partner",
                isNamed(row, fromCustomer, reader) ? row.get(SUPPORT_TEXT.AUTHOR_LABEL) : null,
                row.get(SUPPORT_TEXT.TEXT),
                row.get(SUPPORT_TEXT.WRITTEN_AT));
    }

    /// As in the system log.
    private static boolean isNamed(Record row, boolean fromCustomer, Caller reader) {
        if (reader.isOperator() || fromCustomer) {
            return true;
        }
        return reader.customerScope() == null
                && !row.get(SUPPORT_TEXT.AUTHOR_TYPE).equals("operator");
    }
}
