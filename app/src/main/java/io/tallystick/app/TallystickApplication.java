package io.tallystick.app;

import io.tallystick.app.database.StartRefusedException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/// One process, one PostgreSQL. Rooms may have classes of the same name, so beans are called by
/// their full names.
@SpringBootApplication(
        scanBasePackages = "io.tallystick",
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class TallystickApplication {

    public static void main(String[] arguments) {
        try {
            SpringApplication.run(TallystickApplication.class, arguments);
        } catch (RuntimeException e) {
            System.err.println(reason(e));
            System.exit(1);
        }
    }

    /// A refusal is one sentence for the person who started the server; anything else is ours to
    /// explain.
    private static String reason(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefusedException refused) {
                return String.valueOf(refused.getMessage());
            }
        }
        return "Tallystick did not start: " + e.getMessage();
    }
}
