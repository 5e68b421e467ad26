package io.tallystick.app.projection;

import io.tallystick.projections.generation.ProjectionRunner;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Projections run before the first request is taken and until the last one is answered: it may
/// wait for what it has just written.
@Component
class ProjectionLifecycle implements SmartLifecycle {

    private static final int BEFORE_THE_WEB_SERVER = 0;

    private final ProjectionRunner runner;

    ProjectionLifecycle(ProjectionRunner runner) {
        this.runner = runner;
    }

    @Override
    public void start() {
        runner.start();
    }

    @Override
    public void stop() {
        runner.close();
    }

    @Override
    public boolean isRunning() {
        return runner.isRunning();
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB_SERVER;
    }
}
