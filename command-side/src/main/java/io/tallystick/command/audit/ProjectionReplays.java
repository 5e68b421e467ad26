package io.tallystick.command.audit;

import io.tallystick.edge.problem.ApiProblem;

/// What a command needs of those who run projections. Both work in the command's transaction, so a
/// rebuild and the fact that says who wanted it are there together or not at all.
public interface ProjectionReplays {

    /// @throws ApiProblem 404 `projection_not_found`, 409 `replay_running`
    void start(String projection);

    /// @throws ApiProblem 404 `projection_not_found`, 404 `replay_not_found` when none is running
    void cancel(String projection);
}
