package io.tallystick.portal.system;

import io.tallystick.command.Commands;
import io.tallystick.command.audit.CancelProjectionReplay;
import io.tallystick.command.audit.RequestProjectionReplay;
import io.tallystick.edge.caller.Caller;
import io.tallystick.query.projections.ProjectionStatus;
import io.tallystick.query.projections.ProjectionsQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The same commands and the same query as an API client's.
@Component
final class CommandSide implements Rebuilds {

    private final ProjectionsQuery projections;
    private final Commands commands;

    CommandSide(ProjectionsQuery projections, Commands commands) {
        this.projections = projections;
        this.commands = commands;
    }

    @Override
    public List<ProjectionStatus> all() {
        return projections.all();
    }

    @Override
    public void request(
            String projection, @Nullable String reason, Caller caller, String requestId) {
        commands.send(RequestProjectionReplay.of(projection, reason), caller, requestId);
    }

    @Override
    public void cancel(String projection, Caller caller, String requestId) {
        commands.send(new CancelProjectionReplay(projection), caller, requestId);
    }
}
