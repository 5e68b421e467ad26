package io.tallystick.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Nobody commits here: senders are told the truth and are never kept waiting for ever.
final class BackPressureTest {

    private static String batch(int request) {
        return IntStream.range(0, 10_000)
                .mapToObj(i -> Event.call(request + "-" + i, "60").json())
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void a_commit_that_does_not_come_is_unknown_and_a_full_queue_takes_no_more() {
        try (IngestApi api = IngestApi.stalled(Duration.ofMillis(1))) {
            for (int request = 0; request < 4; request++) {
                try_again(api.send(batch(request)), "commit_unknown");
            }
            try_again(api.send(Event.call("one-more", "60")), "ingest_queue_full");
        }
    }

    @Test
    void what_was_unknown_is_a_duplicate_once_it_was_committed() {
        try (IngestApi api = IngestApi.stalled(Duration.ofMillis(1))) {
            Event event = Event.call("unknown", "60");
            try_again(api.send(event), "commit_unknown");
            api.appender.start();
            api.appender.close();
            assertThat(api.storedRows()).isEqualTo(1);
            try_again(api.send(event), "ingest_queue_full");
        }
    }

    @Test
    void a_database_that_is_away_is_a_reason_to_try_again() {
        IngestApi api = IngestApi.running();
        api.close();
        try_again(api.send(Event.call("late", "60")), "log_unavailable");
    }

    @Test
    void nothing_invalid_waits_for_the_queue() {
        try (IngestApi api = IngestApi.stalled(Duration.ofMillis(1))) {
            assertThat(api.send(Event.call("bad", "-1")).status()).isEqualTo(400);
        }
    }

    private static void try_again(Answer answer, String code) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.response().getContentType()).isEqualTo("application/problem+json");
    }
}
