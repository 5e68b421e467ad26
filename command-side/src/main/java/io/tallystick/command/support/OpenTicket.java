package io.tallystick.command.support;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/// Asks for help.
public record OpenTicket(
        @TargetAggregateIdentifier String streamId,
        UUID tenantId,
        UUID customerId,
        UUID ticketId,
        String subject,
        String text,
        String priority) {

    /// @throws ApiProblem 400 with all faults of the texts
    public static OpenTicket of(
            UUID tenantId,
            UUID customerId,
            UUID ticketId,
            @Nullable String subject,
            @Nullable String text,
            @Nullable String priority) {
        List<FieldError> errors = new ArrayList<>();
        String checkedSubject = TicketRule.subject(subject, errors);
        String checkedText = TicketRule.text(text, errors);
        String checkedPriority = TicketRule.priority(priority, errors);
        ApiProblem.refuse(errors);
        return new OpenTicket(
                SupportTicket.idOf(ticketId),
                tenantId,
                customerId,
                ticketId,
                checkedSubject,
                checkedText,
                checkedPriority);
    }

    @Override
    public String toString() {
        return "OpenTicket[" + ticketId + "]";
    }
}
