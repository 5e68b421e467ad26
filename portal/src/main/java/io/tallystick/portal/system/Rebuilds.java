package io.tallystick.portal.system;

import io.tallystick.edge.caller.Caller;
import io.tallystick.query.projections.ProjectionStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the page asks of queries and commands.
public interface Rebuilds {

    List<ProjectionStatus> all();

    void request(String projection, @Nullable String reason, Caller caller, String requestId);

    void cancel(String projection, Caller caller, String requestId);
}
