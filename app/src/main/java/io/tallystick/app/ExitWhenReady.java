package io.tallystick.app;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Ends the process once it is ready. The launcher uses such a run to record which classes a start
/// loads, so that the next one need not look.
@Component
@ConditionalOnBooleanProperty("tallystick.exit-when-ready")
class ExitWhenReady {

    @EventListener
    void on(AvailabilityChangeEvent<ReadinessState> change) {
        if (change.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
            Thread.ofPlatform().start(() -> System.exit(0));
        }
    }
}
