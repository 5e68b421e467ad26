package io.tallystick.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;

@ExtendWith(OutputCaptureExtension.class)
class RefusalReporterTest {

    private static final String NOISE = "Application run failed";

    @Test
    void a_refusal_is_left_to_whoever_started_the_server(CapturedOutput output) {
        assertThatThrownBy(() -> start(Refusing.class))
                .hasRootCauseInstanceOf(StartRefusedException.class);

        assertThat(output).doesNotContain(NOISE);
    }

    @Test
    void any_other_failure_is_explained_in_full(CapturedOutput output) {
        assertThatThrownBy(() -> start(Failing.class))
                .hasRootCauseInstanceOf(IllegalStateException.class);

        assertThat(output).contains(NOISE);
    }

    private static void start(Class<?> configuration) {
        var application = new SpringApplication(configuration);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setRegisterShutdownHook(false);
        application.run().close();
    }

    static class Refusing {

        @Bean
        String refused() {
            throw new StartRefusedException("Not on this machine.");
        }
    }

    static class Failing {

        @Bean
        String failed() {
            throw new IllegalStateException("broken");
        }
    }
}
