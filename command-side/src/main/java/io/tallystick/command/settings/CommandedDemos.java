package io.tallystick.command.settings;

import io.tallystick.command.DemoDeclaration;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/// A command within a command: both commit together, or neither.
@Component
final class CommandedDemos implements DemoDeclaration {

    private final CommandGateway gateway;

    CommandedDemos(CommandGateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public void declare(UUID tenantId, UUID customerId) {
        gateway.sendAndWait(
                new DeclareDemo(CustomerSettings.idOf(customerId), tenantId, customerId));
    }
}
