package io.tallystick.projections.support;

import io.tallystick.events.support.SupportEvent;
import io.tallystick.events.support.SupportEvent.TicketClosed;
import io.tallystick.events.support.SupportEvent.TicketCommented;
import io.tallystick.events.support.SupportEvent.TicketOpened;
import io.tallystick.events.support.SupportEvent.TicketReopened;
import io.tallystick.projections.support.TicketRows.Text;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.MetaData;

/// Writes one generation of tickets.
final class SupportTicketsProjector {

    private static final String NOBODY = "system";

    private final TicketRows rows;

    SupportTicketsProjector(TicketRows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(SupportEvent event, MetaData said, @Timestamp Instant at) {
        switch (event) {
            case TicketOpened opened -> {
                rows.insert(opened, at);
                rows.insert(opened, 0, text(opened.text(), said, at));
            }
            case TicketCommented commented ->
                    rows.insert(
                            commented, rows.next(commented, at), text(commented.text(), said, at));
            case TicketClosed closed -> rows.move(closed, "closed", at);
            case TicketReopened reopened -> rows.move(reopened, "open", at);
        }
    }

    private static Text text(String text, MetaData said, Instant at) {
        return new Text(
                text,
                said.getOrDefault("actorType", NOBODY).toString(),
                said.getOrDefault("actorLabel", NOBODY).toString(),
                said.containsKey("actorCustomerId"),
                at);
    }
}
