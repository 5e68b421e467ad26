package io.tallystick.eventstore.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallystick.eventstore.Eventually;
import io.tallystick.eventstore.HeldPositionLock;
import io.tallystick.eventstore.LogRows;
import io.tallystick.eventstore.TroubledConnections;
import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.usage.UsageOutcome.Accepted;
import io.tallystick.eventstore.usage.UsageOutcome.Duplicate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Overload, bad bytes, lost connections and the end.
@Tag("postgres15")
class UsageAppenderTroubleTest {

    private static final String COUNT =
            "select coalesce(sum(row_count), 0) from event_log.usage_slice";

    private final TestDatabase database = TestDatabase.with(TestDatabase.Schema.EVENT_LOG);
    private final LogRows log = new LogRows(database);

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void a_full_queue_refuses_and_takes_again_when_there_is_room() throws Exception {
        try (var node = new Node(database)) {
            // given an appender that has not begun
            var waiting = node.send(many(QueueRoom.ROWS_MAX));

            // then
            assertThatThrownBy(() -> node.send(Usage.rows("one too many")))
                    .isInstanceOf(IngestQueueFull.class);

            // when
            node.start();
            waiting.get(60, TimeUnit.SECONDS);

            // then
            Eventually.until("there is room again", () -> isTaken(node, Usage.rows("late")));
            assertThat(log.number(COUNT)).isGreaterThanOrEqualTo(QueueRoom.ROWS_MAX);
        }
    }

    @Test
    void a_killed_connection_fails_the_group_and_a_retry_stores_it() throws Exception {
        try (var node = new Node(database).start();
                var lock = new HeldPositionLock(database)) {
            // given
            var sent = node.send(Usage.rows("a"));

            // when
            lock.killWaiter();

            // then
            assertFails(sent);
            lock.release();
            assertThat(log.number(COUNT)).isZero();
            assertThat(node.append(Usage.row("a")))
                    .containsExactly(new Accepted(new EventRef(2, 0)));
        }
    }

    @Test
    void a_commit_whose_answer_is_lost_fails_and_a_retry_finds_the_rows() throws Exception {
        try (var node = new Node(database, TroubledConnections::losingOneCommit).start()) {
            assertFails(node.send(Usage.rows("a")));

            assertThat(node.append(Usage.row("a")))
                    .containsExactly(new Duplicate(new EventRef(2, 0)));
        }
        assertThat(log.number(COUNT)).isEqualTo(1);
    }

    @Test
    void a_group_whose_answer_is_lost_is_not_tried_again_behind_the_senders_back()
            throws Exception {
        try (var node = new Node(database, TroubledConnections::losingOneCommit)) {
            // given two requests in one group
            var first = node.send(Usage.rows("a"));
            var second = node.send(Usage.rows("b"));

            // when
            node.start();

            // then accepted would be right as well; duplicate of itself would be a lie
            assertFails(first);
            assertFails(second);
        }
    }

    @Test
    void bytes_that_the_database_refuses_fail_their_request_and_no_other() throws Exception {
        try (var node = new Node(database)) {
            // given three requests in one group
            var before = node.send(Usage.rows("a"));
            var bad =
                    node.send(
                            List.of(
                                    Usage.row("fine"),
                                    Usage.at(Instant.parse("-200000-01-01T00:00:00Z"))));
            var after = node.send(Usage.rows("c"));

            // when
            node.start();

            // then
            assertFails(bad);
            assertThat(before.get(20, TimeUnit.SECONDS))
                    .containsExactly(new Accepted(new EventRef(2, 0)));
            assertThat(after.get(20, TimeUnit.SECONDS))
                    .containsExactly(new Accepted(new EventRef(3, 0)));
            assertThat(log.number(COUNT)).isEqualTo(2);
        }
    }

    @Test
    void what_was_taken_is_committed_before_the_appender_ends() throws Exception {
        try (var node = new Node(database)) {
            var taken = node.send(Usage.rows("a"));

            node.start().stop();

            assertThat(taken).isCompletedWithValue(List.of(new Accepted(new EventRef(2, 0))));
        }
    }

    @Test
    void an_appender_that_has_ended_takes_nothing() {
        try (var node = new Node(database).start()) {
            node.stop();

            assertThatThrownBy(() -> node.send(Usage.rows("late")))
                    .isInstanceOf(IngestQueueFull.class);
        }
    }

    @Test
    void an_appender_that_dies_leaves_nobody_waiting() throws Exception {
        try (var node = new Node(database, real -> TroubledConnections.of(real, deadly()))) {
            // given one group and a request behind it
            var group = node.send(many(UsageAppender.GROUP_ROWS_MAX));
            var behind = node.send(Usage.rows("behind"));

            // when
            node.start();

            // then
            assertFails(group);
            assertFails(behind);
            assertThatThrownBy(() -> node.send(Usage.rows("late")))
                    .isInstanceOf(IngestQueueFull.class);
        }
    }

    private static TroubledConnections.Trouble deadly() {
        return new TroubledConnections.Trouble() {
            @Override
            public void before(String step) {
                throw new OutOfMemoryError("on purpose");
            }
        };
    }

    @Test
    void nobody_waits_for_ever_when_an_appender_ends_under_load() throws Exception {
        for (int round = 0; round < 20; round++) {
            try (var node = new Node(database).start()) {
                String id = "round " + round + " ";
                var sender = CompletableFuture.supplyAsync(() -> sendUntilRefused(node, id));

                node.stop();

                for (var answer : sender.get(20, TimeUnit.SECONDS)) {
                    assertThat(answer.handle((outcomes, failure) -> true).get(5, TimeUnit.SECONDS))
                            .isTrue();
                }
            }
        }
    }

    private static List<CompletableFuture<List<UsageOutcome>>> sendUntilRefused(
            Node node, String id) {
        List<CompletableFuture<List<UsageOutcome>>> answers = new ArrayList<>();
        try {
            while (true) {
                answers.add(node.send(Usage.rows(id + answers.size())));
            }
        } catch (IngestQueueFull ended) {
            return answers;
        }
    }

    private static boolean isTaken(Node node, List<UsageRow> rows) {
        try {
            node.send(rows);
            return true;
        } catch (IngestQueueFull full) {
            return false;
        }
    }

    private static List<UsageRow> many(int rows) {
        return IntStream.range(0, rows).mapToObj(n -> Usage.row("row " + n)).toList();
    }

    private static void assertFails(CompletableFuture<?> sent) {
        assertThat(sent)
                .failsWithin(20, TimeUnit.SECONDS)
                .withThrowableThat()
                .withCauseInstanceOf(AppendFailed.class);
    }
}
