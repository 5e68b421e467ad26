package io.tallystick.query.support;

import static io.tallystick.readmodel.Tables.SUPPORT_TEXT;
import static io.tallystick.readmodel.Tables.SUPPORT_TICKET;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Sight;
import io.tallystick.query.page.Cursor;
import io.tallystick.query.page.Page;
import io.tallystick.query.position.ConsistentRead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tickets of a customer, or of all customers of a partner.
@Component
public final class TicketsQuery {

    /// The projection that these answers come from.
    public static final String PROJECTION = "support-tickets";

    private final ConsistentRead reads;

    TicketsQuery(ConsistentRead reads) {
        this.reads = reads;
    }

    /// @param customerId null for all of the tenant
    /// @param state null for all
    /// @param before the last ticket of the page before, null for the first page
    public record Filter(
            @Nullable UUID customerId, @Nullable String state, @Nullable UUID before) {}

    /// A page, the newest first.
    public Page<TicketItem> list(Sight sight, Filter filter, int limit, Instant now) {
        return reads.read(
                sight,
                PROJECTION,
                (sql, position) -> {
                    List<TicketItem> found =
                            sql.selectFrom(SUPPORT_TICKET)
                                    .where(SUPPORT_TICKET.TENANT_ID.eq(sight.tenantId()))
                                    .and(matches(filter))
                                    .orderBy(SUPPORT_TICKET.TICKET_ID.desc())
                                    .limit(limit + 1)
                                    .fetch(TicketItem::of);
                    return Page.of(
                            found, limit, item -> Cursor.of(item.id().toString()), now, position);
                });
    }

    private static Condition matches(Filter filter) {
        Condition all = DSL.noCondition();
        if (filter.customerId() != null) {
            all = all.and(SUPPORT_TICKET.CUSTOMER_ID.eq(filter.customerId()));
        }
        if (filter.state() != null) {
            all = all.and(SUPPORT_TICKET.STATE.eq(filter.state()));
        }
        if (filter.before() != null) {
            all = all.and(SUPPORT_TICKET.TICKET_ID.lt(filter.before()));
        }
        return all;
    }

    /// A ticket of a customer. A ticket has few hundred texts at most.
    public Optional<Ticket> find(
            Sight sight, UUID customerId, UUID ticketId, Caller reader, Instant now) {
        return reads.read(
                sight,
                PROJECTION,
                (sql, position) ->
                        sql.selectFrom(SUPPORT_TICKET)
                                .where(SUPPORT_TICKET.TENANT_ID.eq(sight.tenantId()))
                                .and(SUPPORT_TICKET.CUSTOMER_ID.eq(customerId))
                                .and(SUPPORT_TICKET.TICKET_ID.eq(ticketId))
                                .fetchOptional(TicketItem::of)
                                .map(ticket ->
                                        new Ticket(
                                                ticket,
                                                texts(sql, sight, ticketId, reader),
                                                now,
                                                position)));
    }

    private static List<TicketText> texts(
            DSLContext sql, Sight sight, UUID ticketId, Caller reader) {
        return sql.selectFrom(SUPPORT_TEXT)
                .where(SUPPORT_TEXT.TENANT_ID.eq(sight.tenantId()))
                .and(SUPPORT_TEXT.TICKET_ID.eq(ticketId))
                .orderBy(SUPPORT_TEXT.NUMBER)
                .fetch(row -> TicketText.of(row, reader));
    }
}
