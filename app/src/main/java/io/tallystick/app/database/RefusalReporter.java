package io.tallystick.app.database;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;

/// Keeps Spring Boot from printing the beans between a refusal and whoever starts the server: two
/// hundred lines that hide the one sentence.
final class RefusalReporter implements SpringBootExceptionReporter {

    RefusalReporter(ConfigurableApplicationContext context) {}

    /// The sentence itself is printed by whoever called Spring Boot.
    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefusedException) {
                return true;
            }
        }
        return false;
    }
}
