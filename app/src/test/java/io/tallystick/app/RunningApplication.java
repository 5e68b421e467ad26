package io.tallystick.app;

import io.tallystick.app.log.AccessFlush;
import io.tallystick.app.openapi.OpenApiGeneration;
import io.tallystick.eventstore.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/// One started application on a database of its own, shared by all tests of the module. Tests use
/// customers of their own.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "TALLYSTICK_ADMIN_KEY=" + RunningApplication.KEY,
            "TALLYSTICK_ADMIN_PASSWORD=" + RunningApplication.PASSWORD,
            // Servers of tests are on this machine.
            "TALLYSTICK_WEBHOOKS_ALLOW_PRIVATE=true",
            // An entry of its own accord would be in the way of tests that nothing was written.
            AccessFlush.EVERY + "=P1D"
        })
@TestPropertySource("/openapi/springdoc.properties")
@Import({RunningApplication.Time.class, OpenApiGeneration.class, People.class})
public abstract class RunningApplication {

    protected static final String KEY = "operator-key-of-the-tests-0123456789";
    protected static final String PASSWORD = "password-of-the-tests";

    /// Two days after New York left daylight saving time, so that events of that day are within the
    /// time bounds.
    static final Instant START = Instant.parse("2026-11-03T15:00:00Z");

    private static final TestDatabase DATABASE = TestDatabase.with();

    @LocalServerPort private int port;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("TALLYSTICK_DATABASE_URL", DATABASE::url);
    }

    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        Clock testClock() {
            Clock system = Clock.systemUTC();
            return Clock.offset(system, Duration.between(system.instant(), START));
        }
    }

    protected Api api() {
        return new Api(port, KEY);
    }

    static TestDatabase database() {
        return DATABASE;
    }
}
