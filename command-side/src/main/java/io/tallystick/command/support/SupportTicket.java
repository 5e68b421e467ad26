package io.tallystick.command.support;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.events.support.SupportEvent;
import io.tallystick.events.support.SupportEvent.TicketClosed;
import io.tallystick.events.support.SupportEvent.TicketCommented;
import io.tallystick.events.support.SupportEvent.TicketOpened;
import io.tallystick.events.support.SupportEvent.TicketReopened;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.http.HttpStatus;

/// A question of a customer and what was written below it, by the customer and by its partner.
@Aggregate(type = "SupportTicket")
@SuppressWarnings("NullAway.Init")
class SupportTicket {

    static final int COMMENTS_MAX = 500;

    @AggregateIdentifier private String streamId;
    private UUID ticketId;
    private UUID customerId;
    private UUID tenantId;
    private boolean open;
    private int comments;

    SupportTicket() {}

    static String idOf(UUID ticketId) {
        return "ticket/" + ticketId;
    }

    @CommandHandler
    SupportTicket(OpenTicket command) {
        apply(
                new TicketOpened(
                        command.ticketId(),
                        command.customerId(),
                        command.tenantId(),
                        command.subject(),
                        command.text(),
                        command.priority()));
    }

    @CommandHandler
    void decide(CommentTicket command) {
        requireOwner(command.tenantId(), command.customerId());
        if (!open) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT, "ticket_closed", "The ticket is closed. Reopen it first.");
        }
        if (comments >= COMMENTS_MAX) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "comment_limit",
                    "The ticket has its %d comments. Open another one.".formatted(COMMENTS_MAX));
        }
        apply(new TicketCommented(ticketId, customerId, tenantId, command.text()));
    }

    /// To close what is closed, or to reopen what is open, is no fault and no fact.
    @CommandHandler
    void decide(MoveTicket command) {
        requireOwner(command.tenantId(), command.customerId());
        if (open == command.open()) {
            return;
        }
        apply(
                command.open()
                        ? new TicketReopened(ticketId, customerId, tenantId)
                        : new TicketClosed(ticketId, customerId, tenantId));
    }

    private void requireOwner(UUID tenant, UUID customer) {
        if (!tenantId.equals(tenant) || !customerId.equals(customer)) {
            throw ApiProblem.notFound("support_ticket");
        }
    }

    /// The fact belongs to the tenant of the ticket, not to the one in which an operator acted.
    private static void apply(SupportEvent event) {
        AggregateLifecycle.apply(event, MetaData.with("tenantId", event.partnerId().toString()));
    }

    @EventSourcingHandler
    void evolve(SupportEvent event) {
        switch (event) {
            case TicketOpened opened -> {
                streamId = idOf(opened.ticketId());
                ticketId = opened.ticketId();
                customerId = opened.customerId();
                tenantId = opened.partnerId();
                open = true;
            }
            case TicketCommented _ -> comments++;
            case TicketClosed _ -> open = false;
            case TicketReopened _ -> open = true;
        }
    }
}
