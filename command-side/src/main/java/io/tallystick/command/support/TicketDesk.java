package io.tallystick.command.support;

import io.tallystick.command.Commands;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.problem.ApiProblem;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.stereotype.Component;

/// Sends commands to tickets. Which tickets there are only their facts say.
@Component
public class TicketDesk {

    private final Commands commands;

    TicketDesk(Commands commands) {
        this.commands = commands;
    }

    /// @return the position after which everybody can read what was done
    /// @throws ApiProblem 404 for a ticket that is not there
    public long send(Object command, Caller caller, String requestId) {
        try {
            return commands.send(command, caller, requestId).position();
        } catch (AggregateNotFoundException e) {
            throw ApiProblem.notFound("support_ticket");
        }
    }
}
