package io.tallystick.query.support;

import static io.tallystick.readmodel.Tables.SUPPORT_TICKET;

import java.time.Instant;
import java.util.UUID;
import org.jooq.Record;

/// A ticket in a list.
///
/// @param id made by the server
/// @param customerId whose it is
/// @param subject what it is about
/// @param priority `low`, `normal`, `high` or `urgent`
/// @param state `open` or `closed`
/// @param comments what was written below it
/// @param openedAt when it was opened first
/// @param changedAt when something happened to it last
public record TicketItem(
        UUID id,
        UUID customerId,
        String subject,
        String priority,
        String state,
        int comments,
        Instant openedAt,
        Instant changedAt) {

    static TicketItem of(Record row) {
        return new TicketItem(
                row.get(SUPPORT_TICKET.TICKET_ID),
                row.get(SUPPORT_TICKET.CUSTOMER_ID),
                row.get(SUPPORT_TICKET.SUBJECT),
                row.get(SUPPORT_TICKET.PRIORITY),
                row.get(SUPPORT_TICKET.STATE),
                row.get(SUPPORT_TICKET.TEXTS) - 1,
                row.get(SUPPORT_TICKET.OPENED_AT),
                row.get(SUPPORT_TICKET.CHANGED_AT));
    }
}
