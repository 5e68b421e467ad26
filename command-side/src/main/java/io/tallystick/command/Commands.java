package io.tallystick.command;

import io.tallystick.edge.caller.Caller;
import io.tallystick.eventstore.AppendReceipt;
import io.tallystick.eventstore.LogHead;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Sends commands and tells where in the log their facts went.
@Component
public class Commands {

    private final CommandGateway gateway;
    private final LogHead head;

    Commands(CommandGateway gateway, LogHead head) {
        this.gateway = gateway;
        this.head = head;
    }

    /// What a command answered, and the position after which everybody can read what it did: the
    /// head of the log when it changed nothing.
    public record Done<R extends @Nullable Object>(R result, long position) {}

    /// Runs the command to its commit.
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public <R extends @Nullable Object> Done<R> send(
            Object command, Caller caller, String requestId) {
        var message =
                GenericCommandMessage.asCommandMessage(command)
                        .andMetaData(caller.asMetadata(requestId));
        var receipt = new AppendReceipt();
        R result = receipt.during(() -> gateway.<R>sendAndWait(message));
        return new Done<>(result, receipt.position().orElseGet(head::refresh));
    }
}
