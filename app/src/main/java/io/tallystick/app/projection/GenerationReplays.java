package io.tallystick.app.projection;

import io.tallystick.command.audit.ProjectionReplays;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.projections.Projection;
import io.tallystick.projections.generation.Generations;
import io.tallystick.projections.generation.ProjectionRunner;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// A rebuild is a generation that is written down in the command's transaction. This node is woken
/// after the commit; the others see it when they look.
@Component
class GenerationReplays implements ProjectionReplays {

    private final Generations generations;
    private final ProjectionRunner runner;

    GenerationReplays(Generations generations, ProjectionRunner runner) {
        this.generations = generations;
        this.runner = runner;
    }

    @Override
    public void start(String projection) {
        if (!generations.build(known(projection))) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "replay_running",
                    "This projection is being rebuilt already.");
        }
        wakeAfterCommit();
    }

    @Override
    public void cancel(String projection) {
        if (!generations.cancel(known(projection))) {
            throw ApiProblem.notFound("replay");
        }
        wakeAfterCommit();
    }

    private Projection known(String projection) {
        return runner.find(projection).orElseThrow(() -> ApiProblem.notFound("projection"));
    }

    private void wakeAfterCommit() {
        CurrentUnitOfWork.get().root().afterCommit(unit -> runner.wake());
    }
}
