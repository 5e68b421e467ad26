package io.tallystick.app;

import io.tallystick.app.demo.Demo;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/// Ends the process once it is ready; a demo once its past week is in the log. The launcher uses
/// such a run to record which classes a start loads and how the busiest code behaves, so that the
/// next one need not find out.
@Component
@ConditionalOnBooleanProperty("tallystick.exit-when-ready")
class ExitWhenReady {

    private final boolean isDemo;

    ExitWhenReady(Environment environment) {
        this.isDemo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @EventListener
    void on(AvailabilityChangeEvent<ReadinessState> change) {
        if (change.getState() == ReadinessState.ACCEPTING_TRAFFIC && !isDemo) {
            exit();
        }
    }

    @EventListener
    void on(Demo.HistorySent sent) {
        exit();
    }

    private static void exit() {
        Thread.ofPlatform().start(() -> System.exit(0));
    }
}
