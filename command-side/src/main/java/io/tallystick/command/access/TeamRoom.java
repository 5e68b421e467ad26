package io.tallystick.command.access;

import io.tallystick.edge.lookup.Invitations;
import io.tallystick.edge.lookup.Members;
import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.lookup.TeamSettings;
import io.tallystick.edge.lookup.Teams;
import io.tallystick.edge.problem.ApiProblem;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Whether a team takes another one. An open invitation has a seat: whoever was invited gets in. A
/// maximum that is lowered puts nobody out.
@Component
final class TeamRoom {

    /// Of one team. Each is a mail to somebody who did not ask for it.
    static final int OPEN_INVITATIONS_MAX = 100;

    private final Teams teams;
    private final Members members;
    private final Invitations invitations;

    TeamRoom(Teams teams, Members members, Invitations invitations) {
        this.teams = teams;
        this.members = members;
        this.invitations = invitations;
    }

    /// The team is locked before.
    void requireOpen(Team team) {
        if (!teams.settings(team).enabled()) {
            throw refusal("team_disabled", "This customer's team is switched off.");
        }
    }

    /// The team is locked before.
    void requireFor(Team team, String email, Instant at) {
        requireOpen(team);
        if (invitations.isOpenFor(team, email, at)) {
            throw refusal(
                    "already_invited",
                    "This address was invited already. Revoke that invitation first.");
        }
        int open = invitations.open(team, at);
        if (open >= OPEN_INVITATIONS_MAX) {
            throw refusal(
                    "invitation_limit",
                    "No more than "
                            + OPEN_INVITATIONS_MAX
                            + " invitations may be open. Revoke one first.");
        }
        TeamSettings settings = teams.settings(team);
        if (!settings.hasRoomFor(members.count(team) + open)) {
            throw refusal(
                    "team_full",
                    "The team has its " + settings.max() + " members, invitations included.");
        }
    }

    private static ApiProblem refusal(String code, String detail) {
        return new ApiProblem(HttpStatus.CONFLICT, code, detail);
    }
}
