package io.tallystick.command.audit;

import io.tallystick.events.audit.AuditEvent.ProjectionReplayCancelled;
import io.tallystick.events.audit.AuditEvent.ProjectionReplayRequested;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.springframework.stereotype.Component;

/// A replay changes no number, but whoever wonders why the machine was busy will want to know who
/// asked for it and why.
@Component
class ProjectionReplayCommands {

    private final EventGateway events;
    private final ProjectionReplays replays;

    ProjectionReplayCommands(EventGateway events, ProjectionReplays replays) {
        this.events = events;
        this.replays = replays;
    }

    @CommandHandler
    void decide(RequestProjectionReplay command) {
        replays.start(command.projection());
        events.publish(new ProjectionReplayRequested(command.projection(), command.reason()));
    }

    @CommandHandler
    void decide(CancelProjectionReplay command) {
        replays.cancel(command.projection());
        events.publish(new ProjectionReplayCancelled(command.projection()));
    }
}
