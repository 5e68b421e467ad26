package io.tallystick.projections.support;

import static io.tallystick.readmodel.Tables.SUPPORT_TEXT_ALL;
import static io.tallystick.readmodel.Tables.SUPPORT_TICKET_ALL;

import io.tallystick.events.support.SupportEvent;
import io.tallystick.events.support.SupportEvent.TicketOpened;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// Tickets and their texts of one generation.
final class TicketRows {

    private final int generation;
    private final DSLContext sql;

    TicketRows(int generation, DSLContext sql) {
        this.generation = generation;
        this.sql = sql;
    }

    /// @param fromCustomer whether the customer's own people or keys wrote it
    record Text(
            String text, String authorType, String authorLabel, boolean fromCustomer, Instant at) {}

    void insert(TicketOpened opened, Instant at) {
        sql.insertInto(SUPPORT_TICKET_ALL)
                .set(SUPPORT_TICKET_ALL.GENERATION, generation)
                .set(SUPPORT_TICKET_ALL.TENANT_ID, opened.partnerId())
                .set(SUPPORT_TICKET_ALL.TICKET_ID, opened.ticketId())
                .set(SUPPORT_TICKET_ALL.CUSTOMER_ID, opened.customerId())
                .set(SUPPORT_TICKET_ALL.SUBJECT, opened.subject())
                .set(SUPPORT_TICKET_ALL.PRIORITY, opened.priority())
                .set(SUPPORT_TICKET_ALL.STATE, "open")
                .set(SUPPORT_TICKET_ALL.TEXTS, 1)
                .set(SUPPORT_TICKET_ALL.OPENED_AT, at)
                .set(SUPPORT_TICKET_ALL.CHANGED_AT, at)
                .execute();
    }

    /// @param number of the text in its ticket
    void insert(SupportEvent event, int number, Text text) {
        sql.insertInto(SUPPORT_TEXT_ALL)
                .set(SUPPORT_TEXT_ALL.GENERATION, generation)
                .set(SUPPORT_TEXT_ALL.TENANT_ID, event.partnerId())
                .set(SUPPORT_TEXT_ALL.TICKET_ID, event.ticketId())
                .set(SUPPORT_TEXT_ALL.NUMBER, number)
                .set(SUPPORT_TEXT_ALL.CUSTOMER_ID, event.customerId())
                .set(SUPPORT_TEXT_ALL.TEXT, text.text())
                .set(SUPPORT_TEXT_ALL.AUTHOR_TYPE, text.authorType())
                .set(SUPPORT_TEXT_ALL.AUTHOR_LABEL, text.authorLabel())
                .set(SUPPORT_TEXT_ALL.FROM_CUSTOMER, text.fromCustomer())
                .set(SUPPORT_TEXT_ALL.WRITTEN_AT, text.at())
                .execute();
    }

    /// @return the number of the text that comes next
    int next(SupportEvent event, Instant at) {
        return sql.update(SUPPORT_TICKET_ALL)
                        .set(SUPPORT_TICKET_ALL.TEXTS, SUPPORT_TICKET_ALL.TEXTS.plus(1))
                        .set(SUPPORT_TICKET_ALL.CHANGED_AT, at)
                        .where(is(event))
                        .returning(SUPPORT_TICKET_ALL.TEXTS)
                        .fetchSingle()
                        .get(SUPPORT_TICKET_ALL.TEXTS)
                - 1;
    }

    void move(SupportEvent event, String state, Instant at) {
        int rows =
                sql.update(SUPPORT_TICKET_ALL)
                        .set(SUPPORT_TICKET_ALL.STATE, state)
                        .set(SUPPORT_TICKET_ALL.CHANGED_AT, at)
                        .where(is(event))
                        .execute();
        if (rows != 1) {
            throw new IllegalStateException("ticket " + event.ticketId() + " was never opened");
        }
    }

    private Condition is(SupportEvent event) {
        return SUPPORT_TICKET_ALL
                .GENERATION
                .eq(generation)
                .and(SUPPORT_TICKET_ALL.TENANT_ID.eq(event.partnerId()))
                .and(SUPPORT_TICKET_ALL.TICKET_ID.eq(event.ticketId()));
    }
}
