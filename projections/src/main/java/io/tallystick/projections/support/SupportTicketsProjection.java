package io.tallystick.projections.support;

import static io.tallystick.readmodel.Tables.SUPPORT_TEXT_ALL;
import static io.tallystick.readmodel.Tables.SUPPORT_TICKET_ALL;

import io.tallystick.projections.Projection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/// Tickets, and what was written in them.
@Component
final class SupportTicketsProjection implements Projection {

    private final DSLContext sql;

    SupportTicketsProjection(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "support-tickets";
    }

    @Override
    public Object handler(int generation) {
        return new SupportTicketsProjector(new TicketRows(generation, sql));
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(SUPPORT_TICKET_ALL, SUPPORT_TEXT_ALL);
    }
}
