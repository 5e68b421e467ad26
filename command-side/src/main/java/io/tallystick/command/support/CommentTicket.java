package io.tallystick.command.support;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/// Writes something below a ticket.
public record CommentTicket(
        @TargetAggregateIdentifier String streamId, UUID tenantId, UUID customerId, String text) {

    /// @throws ApiProblem 404 where there can be no such ticket, 400 for what is no text
    public static CommentTicket of(
            UUID tenantId, UUID customerId, String ticketId, @Nullable String text) {
        String streamId = SupportTicket.idOf(TicketRule.id(ticketId));
        List<FieldError> errors = new ArrayList<>();
        String checked = TicketRule.text(text, errors);
        ApiProblem.refuse(errors);
        return new CommentTicket(streamId, tenantId, customerId, checked);
    }

    @Override
    public String toString() {
        return "CommentTicket[" + streamId + "]";
    }
}
