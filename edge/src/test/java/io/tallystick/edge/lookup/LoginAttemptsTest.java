package io.tallystick.edge.lookup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who guesses waits, and nobody else does.
@SuppressWarnings("NullAway.Init")
class LoginAttemptsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String HERE = "here";

    private static LookUps lookUps;
    private static LoginAttempts attempts;

    private final byte[] account = UUID.randomUUID().toString().getBytes(UTF_8);

    @BeforeAll
    static void open() {
        lookUps = new LookUps();
        attempts = lookUps.attempts();
    }

    @AfterAll
    static void close() {
        lookUps.close();
    }

    @Test
    void five_mistakes_cost_nothing_and_each_after_them_twice_the_wait() {
        guess(HERE, LoginAttempts.FREE, NOW);
        assertThat(attempts.begin(account, HERE, NOW)).isTrue();

        assertThat(attempts.begin(account, HERE, NOW.plusMillis(900))).isFalse();
        assertThat(attempts.begin(account, HERE, NOW.plusSeconds(1))).isTrue();
        assertThat(attempts.begin(account, HERE, NOW.plusSeconds(2))).isFalse();
        assertThat(attempts.begin(account, HERE, NOW.plusSeconds(3))).isTrue();
        assertThat(attempts.begin(account, HERE, NOW.plusSeconds(6))).isFalse();
        assertThat(attempts.begin(account, HERE, NOW.plusSeconds(7))).isTrue();
    }

    @Test
    void a_wait_has_an_end_and_an_hour_forgets_all() {
        Instant at = NOW;
        for (int i = 0; i < 30; i++) {
            assertThat(attempts.begin(account, HERE, at)).isTrue();
            at = at.plus(LoginAttempts.WAIT_MAX);
        }
        assertThat(attempts.begin(account, HERE, at.minusSeconds(1))).isFalse();

        Instant later = at.plus(LoginAttempts.FORGOTTEN_AFTER);
        guess(HERE, LoginAttempts.FREE, later);
    }

    @Test
    void another_source_and_another_account_wait_for_nobody() {
        guess(HERE, LoginAttempts.FREE + 1, NOW);
        assertThat(attempts.begin(account, HERE, NOW)).isFalse();

        assertThat(attempts.begin(account, "there", NOW)).isTrue();
        assertThat(attempts.begin("another".getBytes(UTF_8), HERE, NOW)).isTrue();
    }

    @Test
    void the_right_password_begins_anew() {
        guess(HERE, LoginAttempts.FREE, NOW);
        attempts.succeed(account, HERE);

        guess(HERE, LoginAttempts.FREE, NOW);
    }

    @Test
    void of_many_guesses_at_once_no_more_than_the_free_ones_are_tried() throws Exception {
        Callable<Boolean> guess = () -> attempts.begin(account, HERE, NOW);
        try (var threads = Executors.newFixedThreadPool(8)) {
            long tried =
                    threads.invokeAll(Collections.nCopies(64, guess)).stream()
                            .map(Future::resultNow)
                            .filter(it -> it)
                            .count();
            // The one after the free ones is tried too, and begins the wait.
            assertThat(tried).isEqualTo(LoginAttempts.FREE + 1);
        }
    }

    @Test
    void an_account_that_all_the_world_guesses_at_has_no_free_mistakes_but_opens_from_anywhere() {
        for (int i = 0; i < LoginAttempts.FREE_OF_ACCOUNT; i++) {
            attempts.fail(account, NOW);
        }

        assertThat(attempts.begin(account, "new", NOW)).as("its first try").isTrue();
        assertThat(attempts.begin(account, "new", NOW)).as("its second").isFalse();
        assertThat(attempts.begin(account, "victim", NOW)).isTrue();
        assertThat(attempts.begin(account, "later", NOW.plus(Duration.ofHours(2)))).isTrue();
        assertThat(attempts.begin(account, "later", NOW.plus(Duration.ofHours(2)))).isTrue();
    }

    private void guess(String source, int times, Instant at) {
        for (int i = 0; i < times; i++) {
            assertThat(attempts.begin(account, source, at)).as("guess " + i).isTrue();
            attempts.fail(account, at);
        }
    }
}
