package io.tallystick.projections.audit;

import static io.tallystick.events.audit.LogType.DATA_CHANGE;

import io.tallystick.events.support.SupportEvent;
import io.tallystick.events.support.SupportEvent.TicketClosed;
import io.tallystick.events.support.SupportEvent.TicketCommented;
import io.tallystick.events.support.SupportEvent.TicketOpened;
import io.tallystick.events.support.SupportEvent.TicketReopened;

/// Tells of tickets.
final class SupportSentences {

    private SupportSentences() {}

    /// What people wrote is in the ticket, and not in the log for everybody who reads that.
    static Story of(SupportEvent event) {
        Story story =
                Story.about(
                        DATA_CHANGE,
                        event.partnerId(),
                        event.customerId(),
                        "support_ticket",
                        event.ticketId());
        return switch (event) {
            case TicketOpened opened ->
                    story.called(opened.subject())
                            .set("subject", opened.subject())
                            .set("priority", opened.priority())
                            .set("state", "open")
                            .says(
                                    "The ticket \"%s\" was opened with the priority %s."
                                            .formatted(opened.subject(), opened.priority()));
            case TicketCommented _ ->
                    story.says(it ->
                            "Something was written below the ticket \"%s\".".formatted(it.label()));
            case TicketClosed _ ->
                    story.set("state", "closed")
                            .says(it -> "The ticket \"%s\" was closed.".formatted(it.label()));
            case TicketReopened _ ->
                    story.set("state", "open")
                            .says(it ->
                                    "The ticket \"%s\" was opened again.".formatted(it.label()));
        };
    }
}
