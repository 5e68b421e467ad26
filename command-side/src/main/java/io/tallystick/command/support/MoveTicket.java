package io.tallystick.command.support;

import io.tallystick.edge.problem.ApiProblem;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/// Closes a ticket or opens it again.
public record MoveTicket(
        @TargetAggregateIdentifier String streamId, UUID tenantId, UUID customerId, boolean open) {

    /// @param state `open` or `closed`
    /// @throws ApiProblem 404 where there can be no such ticket, 400 for what is no state
    public static MoveTicket of(
            UUID tenantId, UUID customerId, String ticketId, @Nullable String state) {
        return new MoveTicket(
                SupportTicket.idOf(TicketRule.id(ticketId)),
                tenantId,
                customerId,
                TicketRule.isOpen(state));
    }
}
