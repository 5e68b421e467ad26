package io.tallystick.command.access;

import io.tallystick.edge.caller.ApiKeySecret;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.ApiKeys;
import io.tallystick.edge.lookup.Operators;
import io.tallystick.edge.lookup.Partners;
import io.tallystick.events.access.AccessEvent.ApiKeyIssued;
import io.tallystick.events.access.AccessEvent.LoginSucceeded;
import io.tallystick.events.access.AccessEvent.OperatorInstalled;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.springframework.stereotype.Component;

/// Operators belong to the installation and to no tenant; their look-ups are kept under the tenant
/// that is always there. Nodes that start together agree by the look-ups' unique keys: the second
/// finds its work done and writes no fact.
@Component
class OperatorCommands {

    private final EventGateway events;
    private final Operators operators;
    private final ApiKeys keys;

    OperatorCommands(EventGateway events, Operators operators, ApiKeys keys) {
        this.events = events;
        this.operators = operators;
        this.keys = keys;
    }

    @CommandHandler
    boolean decide(InstallOperator command) {
        var operator =
                new Operators.Operator(
                        Partners.DEFAULT,
                        command.operatorId(),
                        command.login(),
                        command.passwordHash());
        boolean installed = operators.reserve(operator);
        if (installed) {
            events.publish(new OperatorInstalled(command.operatorId(), command.login()));
        }
        return installed;
    }

    @CommandHandler
    boolean decide(InstallOperatorKey command) {
        String prefix = ApiKeySecret.prefix(command.secret());
        var key =
                new ApiKeys.ApiKey(
                        Partners.DEFAULT,
                        command.keyId(),
                        "operator",
                        null,
                        command.name(),
                        prefix,
                        Set.of(Permission.ADMIN));
        boolean installed = keys.reserve(key, ApiKeySecret.hash(command.secret()));
        if (installed) {
            events.publish(
                    new ApiKeyIssued(
                            command.keyId(),
                            Partners.DEFAULT,
                            null,
                            "operator",
                            command.name(),
                            prefix,
                            Set.of("admin")));
        }
        return installed;
    }

    @CommandHandler
    void decide(RecordLogin command) {
        events.publish(new LoginSucceeded(command.accountId(), command.login()));
    }
}
