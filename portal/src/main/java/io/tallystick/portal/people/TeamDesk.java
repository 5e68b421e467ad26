package io.tallystick.portal.people;

import io.tallystick.command.Commands;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.lookup.Team;
import io.tallystick.query.access.InvitationItem;
import io.tallystick.query.access.MemberDirectory;
import io.tallystick.query.access.MemberItem;
import io.tallystick.query.position.ProjectionBehind;
import io.tallystick.query.position.ProjectionWatch;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/// The same commands and the same queries as an API client's.
@Component
final class TeamDesk {

    /// What a person reads; the API has the rest.
    private static final int ROWS_MAX = 200;

    private final MemberDirectory directory;
    private final Commands commands;
    private final ProjectionWatch watch;
    private final Clock clock;

    TeamDesk(MemberDirectory directory, Commands commands, ProjectionWatch watch, Clock clock) {
        this.directory = directory;
        this.commands = commands;
        this.watch = watch;
        this.clock = clock;
    }

    List<MemberItem> members(Team team) {
        return directory.members(team, null, ROWS_MAX, clock.instant()).items();
    }

    List<InvitationItem> invitations(Team team) {
        return directory.invitations(team, null, ROWS_MAX, clock.instant()).items();
    }

    /// The page that comes next shows what was done, unless the projection is far behind: then it
    /// is shown a little later.
    void send(Object command, Caller caller, String requestId) {
        var done = commands.send(command, caller, requestId);
        try {
            watch.await(MemberDirectory.PROJECTION, done.position());
        } catch (ProjectionBehind later) {
            // What was done is done.
        }
    }
}
