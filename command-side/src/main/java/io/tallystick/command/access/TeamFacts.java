package io.tallystick.command.access;

import io.tallystick.command.Facts;
import io.tallystick.edge.lookup.Team;
import io.tallystick.events.access.MemberEvent;
import org.springframework.stereotype.Component;

/// Publishes what happened to a team's people.
@Component
final class TeamFacts {

    private final Facts facts;

    TeamFacts(Facts facts) {
        this.facts = facts;
    }

    void publish(MemberEvent fact, Team team) {
        facts.publish(fact, team.tenantId());
    }
}
