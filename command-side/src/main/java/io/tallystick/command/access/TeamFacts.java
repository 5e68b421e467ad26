package io.tallystick.command.access;

import io.tallystick.edge.lookup.Team;
import io.tallystick.events.access.MemberEvent;
import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.springframework.stereotype.Component;

/// Publishes what happened to a team's people. The fact belongs to the tenant of the team, not to
/// the one in which an operator acted.
@Component
final class TeamFacts {

    private final EventGateway events;

    TeamFacts(EventGateway events) {
        this.events = events;
    }

    void publish(MemberEvent fact, Team team) {
        events.publish(
                GenericEventMessage.asEventMessage(fact)
                        .andMetaData(Map.of("tenantId", team.tenantId().toString())));
    }
}
