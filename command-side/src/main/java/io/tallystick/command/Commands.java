package io.tallystick.command;

import io.tallystick.edge.RequestOrigin;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.eventstore.AppendReceipt;
import io.tallystick.eventstore.LogHead;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Sends commands and tells where in the log their facts went.
@Component
public class Commands {

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
    private static final int ATTEMPTS_MAX = 5;

    private final CommandGateway gateway;
    private final LogHead head;

    Commands(CommandGateway gateway, LogHead head) {
        this.gateway = gateway;
        this.head = head;
    }

    /// What a command answered, and the position after which everybody can read what it did: the
    /// head of the log when it changed nothing.
    public record Done<R extends @Nullable Object>(R result, long position) {}

    /// Runs the command to its commit. Two nodes may decide on the same aggregate at once; the
    /// loser decides again on what the winner left.
    ///
    /// @throws ApiProblem 409 when others were faster every time
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public <R extends @Nullable Object> Done<R> send(
            Object command, Caller caller, String requestId) {
        for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
            try {
                return sendOnce(command, caller, requestId);
            } catch (ConcurrencyException | AggregateStreamCreationException e) {
                LOG.debug("Attempt {} of {} lost a race", attempt, command, e);
            }
        }
        throw new ApiProblem(
                HttpStatus.CONFLICT, "concurrent_change", "Others are changing the same thing.");
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    private <R extends @Nullable Object> Done<R> sendOnce(
            Object command, Caller caller, String requestId) {
        var message =
                GenericCommandMessage.asCommandMessage(command)
                        .andMetaData(caller.asMetadata(requestId))
                        .andMetaData(RequestOrigin.asMetadata());
        var receipt = new AppendReceipt();
        R result = receipt.during(() -> gateway.<R>sendAndWait(message));
        return new Done<>(result, receipt.position().orElseGet(head::refresh));
    }
}
