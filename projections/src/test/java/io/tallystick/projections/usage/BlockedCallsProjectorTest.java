package io.tallystick.projections.usage;

import static io.tallystick.readmodel.Tables.BLOCKED_CALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.testing.TestDatabase.Schema;
import io.tallystick.eventstore.usage.Hash128;
import io.tallystick.eventstore.usage.UsageRow;
import io.tallystick.projections.testing.RunningProjections;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/// Stopped calls are counted by caller and moment, and forgotten when newer ones are a month on.
class BlockedCallsProjectorTest {

    private static final Instant NEWEST = Instant.parse("2026-03-31T12:00:00.123456Z");
    private static final String CALLER = "+4930123456";

    private final long seed = System.nanoTime();

    @Test
    void calls_of_one_moment_are_added_up_and_others_are_left_out() {
        List<UsageRow> rows =
                List.of(
                        blocked(1, "+49 30 123456", NEWEST),
                        blocked(2, CALLER, NEWEST),
                        blocked(3, CALLER, NEWEST.minusMillis(1)),
                        blocked(4, "anonymous", NEWEST),
                        row(5, "voice.call.completed", "{\"from\":\"+4930123456\"}", NEWEST));

        assertThat(after(50, List.of(rows)))
                .containsExactly(
                        CALLER + " " + NEWEST.minusMillis(1) + " 1", CALLER + " " + NEWEST + " 2");
    }

    @Test
    void a_call_that_cannot_be_read_is_left_out_and_its_neighbours_are_counted() {
        List<UsageRow> rows =
                List.of(
                        blocked(1, CALLER, NEWEST),
                        row(2, "voice.call.blocked", "{\"from\":", NEWEST),
                        blocked(3, CALLER, NEWEST));

        assertThat(after(50, List.of(rows))).containsExactly(CALLER + " " + NEWEST + " 2");
    }

    @Test
    void a_month_before_the_newest_call_of_a_caller_is_kept_to_the_moment() {
        Instant kept = NEWEST.minus(Duration.ofDays(31));
        List<UsageRow> rows =
                List.of(
                        blocked(1, CALLER, kept.minusMillis(1)),
                        blocked(2, CALLER, kept),
                        blocked(3, CALLER, NEWEST),
                        blocked(4, "+4930999999", kept.minusMillis(1)));

        assertThat(after(50, List.of(rows)))
                .containsExactly(
                        CALLER + " " + kept + " 1",
                        CALLER + " " + NEWEST + " 1",
                        "+4930999999 " + kept.minusMillis(1) + " 1");
    }

    @Test
    void neither_order_nor_batches_change_what_is_left() {
        var random = new Random(seed);
        List<UsageRow> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Instant at = NEWEST.minus(Duration.ofHours(random.nextInt(60 * 24)));
            rows.add(blocked(i, "+493012345" + random.nextInt(3), at));
        }
        List<String> once = after(50, List.of(rows));

        Collections.shuffle(rows, random);
        List<List<UsageRow>> chunks = new ArrayList<>();
        for (int i = 0; i < rows.size(); i += 23) {
            chunks.add(rows.subList(i, Math.min(rows.size(), i + 23)));
        }

        assertThat(after(1, chunks)).as("seed %d", seed).isEqualTo(once);
    }

    private static List<String> after(int batch, List<List<UsageRow>> chunks) {
        try (var database = TestDatabase.with(Schema.EVENT_LOG, Schema.READ_MODEL);
                var running = new RunningProjections(database, batch)) {
            long last = chunks.stream().mapToLong(running::usage).max().orElseThrow();
            running.start().awaitAll(last);
            return DSL.using(database.dataSource(), SQLDialect.POSTGRES)
                    .selectFrom(BLOCKED_CALL)
                    .orderBy(BLOCKED_CALL.CALLER, BLOCKED_CALL.OCCURRED_AT)
                    .fetch(call ->
                            "%s %s %d"
                                    .formatted(
                                            call.getCaller(),
                                            call.getOccurredAt(),
                                            call.getCalls()));
        }
    }

    private static UsageRow blocked(int number, String from, Instant at) {
        return row(
                number, "voice.call.blocked", "{\"callId\":\"c\",\"from\":\"" + from + "\"}", at);
    }

    private static UsageRow row(int number, String type, String data, Instant at) {
        return new UsageRow(
                new UUID(0, 1),
                new UUID(0, 10),
                type,
                "event-" + number,
                "/calls",
                at,
                type.endsWith("completed") ? BigDecimal.TEN : null,
                data.getBytes(StandardCharsets.UTF_8),
                Hash128.of(Integer.toString(number)));
    }
}
