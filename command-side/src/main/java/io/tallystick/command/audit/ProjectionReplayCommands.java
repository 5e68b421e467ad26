package io.tallystick.command.audit;

import io.tallystick.events.audit.AuditEvent.ProjectionReplayRequested;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.springframework.stereotype.Component;

/// A replay changes no number, but whoever looks at numbers while it runs will want to know who
/// asked for it and why.
@Component
class ProjectionReplayCommands {

    private final EventGateway events;

    ProjectionReplayCommands(EventGateway events) {
        this.events = events;
    }

    @CommandHandler
    void decide(RequestProjectionReplay command) {
        events.publish(new ProjectionReplayRequested(command.projection(), command.reason()));
    }
}
