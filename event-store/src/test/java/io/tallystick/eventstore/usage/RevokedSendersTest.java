package io.tallystick.eventstore.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallystick.eventstore.HeldPositionLock;
import io.tallystick.eventstore.LogRows;
import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.usage.UsageOutcome.Accepted;
import io.tallystick.eventstore.usage.UsageOutcome.Duplicate;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// After the position of a revoke there is nothing of whoever was revoked.
@Tag("postgres15")
class RevokedSendersTest {

    private static final int SENDERS = 40;
    private static final RevokedActors REVOKED =
            new RevokedActors("select actor from revoked where actor = any (?::text[])");

    private static final String REVOKE =
            """
            insert into event_log.entry (position, kind, id, type, revision, payload, metadata, message_at)
            select max(position) + 1, 'fact', ?, 'test.Revoked', '1', '', '', now() from event_log.entry
            returning position
            """;

    private final TestDatabase database = TestDatabase.with(TestDatabase.Schema.EVENT_LOG);
    private final LogRows log = new LogRows(database);

    @BeforeEach
    void prepare() throws SQLException {
        execute("create table revoked (actor text primary key)");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void of_a_group_only_the_requests_of_revoked_senders_are_refused() throws Exception {
        execute("insert into revoked values ('bad'), ('worse')");
        try (var node = node()) {
            var first = send(node, "good", "a");
            var bad = send(node, "bad", "b");
            var worse = send(node, "worse", "c");
            var last = send(node, "fine", "d");

            node.start();

            refused(bad);
            refused(worse);
            assertThat(first.get(20, TimeUnit.SECONDS))
                    .containsExactly(new Accepted(new EventRef(2, 0)));
            assertThat(last.get(20, TimeUnit.SECONDS))
                    .containsExactly(new Accepted(new EventRef(2, 1)));
        }
        assertThat(log.number("select count(*) from event_log.usage_key")).isEqualTo(2);
        assertThat(log.number("select sum(row_count) from event_log.usage_slice")).isEqualTo(2);
        assertThat(
                        log.number(
                                "select count(*) from event_log.entry where encode(metadata, 'escape') like '%bad%'"))
                .isZero();
    }

    @Test
    void a_row_that_a_revoked_sender_brought_first_is_its_neighbours() throws Exception {
        execute("insert into revoked values ('bad')");
        try (var node = node()) {
            var bad = send(node, "bad", "same");
            var good = send(node, "good", "same");

            node.start();

            refused(bad);
            assertThat(good.get(20, TimeUnit.SECONDS))
                    .containsExactly(new Accepted(new EventRef(2, 0)));
        }
    }

    @Test
    void a_refusal_stores_nothing_takes_no_position_and_gives_its_room_back() throws Exception {
        execute("insert into revoked values ('bad')");
        try (var node = node().start()) {
            for (int i = 0; i < 3; i++) {
                refused(node.send(many(QueueRoom.ROWS_MAX, "never "), origin("bad")));
            }

            assertThat(send(node, "good", "a").get(20, TimeUnit.SECONDS))
                    .containsExactly(new Accepted(new EventRef(2, 0)));
        }
        assertThat(log.number("select count(*) from event_log.usage_key")).isEqualTo(1);
    }

    @Test
    void whoever_is_revoked_while_the_chunk_waits_for_its_position_is_refused() throws Exception {
        try (var node = node().start();
                var lock = new HeldPositionLock(database)) {
            // given a chunk whose keys and rows are written
            var sent = send(node, "late", "a");
            lock.awaitWaiter();

            // when
            execute("insert into revoked values ('late')");
            lock.release();

            // then
            refused(sent);
            assertThat(log.number("select count(*) from event_log.usage_slice")).isZero();
        }
    }

    @Test
    void a_retry_of_what_was_stored_before_the_revoke_is_a_duplicate_for_its_heirs()
            throws Exception {
        try (var node = node().start()) {
            send(node, "old key", "a").get(20, TimeUnit.SECONDS);
            execute("insert into revoked values ('old key')");

            assertThat(send(node, "new key", "a").get(20, TimeUnit.SECONDS))
                    .containsExactly(new Duplicate(new EventRef(2, 0)));
        }
    }

    @Test
    void under_load_no_row_has_a_position_above_the_revoke_of_its_sender() throws Exception {
        Map<Integer, Long> revokedAt = new HashMap<>();
        try (var one = node().start();
                var other = node().start();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> senders = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                int number = sender;
                senders.add(threads.submit(() -> sendUntilRefused(one, other, number)));
            }
            for (int sender = 0; sender < SENDERS; sender++) {
                TimeUnit.MILLISECONDS.sleep(15);
                revokedAt.put(sender, revoke(sender));
            }
            for (Future<Integer> sender : senders) {
                assertThat(sender.get(60, TimeUnit.SECONDS)).as("requests").isPositive();
            }
        }
        for (int sender = 0; sender < SENDERS; sender++) {
            assertThat(lastPosition(sender)).isPositive().isLessThan(revokedAt.get(sender));
        }
    }

    private int sendUntilRefused(Node one, Node other, int sender) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        for (int number = 0; System.nanoTime() < deadline; number++) {
            Node node = number % 2 == 0 ? one : other;
            UsageRow row =
                    Usage.row(Usage.TENANT, customer(sender), sender + "-" + number, "{\"a\":1}");
            try {
                node.send(List.of(row), origin("key " + sender)).get(20, TimeUnit.SECONDS);
            } catch (ExecutionException refused) {
                assertThat(refused).hasCauseInstanceOf(ActorRevoked.class);
                return number;
            }
        }
        throw new AssertionError("sender " + sender + " was never refused");
    }

    /// As a command does: the look-up first, then a position as the last thing before the commit.
    private long revoke(int sender) throws SQLException {
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            try (var lookUp = connection.prepareStatement("insert into revoked values (?)")) {
                lookUp.setString(1, "key " + sender);
                lookUp.execute();
            }
            HeldPositionLock.take(connection);
            try (var fact = connection.prepareStatement(REVOKE)) {
                fact.setString(1, "revoke " + sender);
                try (var row = fact.executeQuery()) {
                    row.next();
                    long position = row.getLong(1);
                    connection.commit();
                    return position;
                }
            }
        }
    }

    private long lastPosition(int sender) throws SQLException {
        return log.number(
                """
                select coalesce(max(position), 0) from event_log.entry
                join event_log.usage_slice on entry.id = usage_slice.chunk::text
                where usage_slice.customer_id = '%s'
                """
                        .formatted(customer(sender)));
    }

    private static UUID customer(int sender) {
        return new UUID(7, sender);
    }

    private Node node() {
        return new Node(database, UnaryOperator.identity(), REVOKED);
    }

    private static CompletableFuture<List<UsageOutcome>> send(Node node, String actor, String id) {
        return node.send(Usage.rows(id), origin(actor));
    }

    private static IngestOrigin origin(String actor) {
        return new IngestOrigin(Usage.TENANT, null, "customer", actor, "request", null, 1);
    }

    private static List<UsageRow> many(int rows, String id) {
        return IntStream.range(0, rows).mapToObj(n -> Usage.row(id + n)).toList();
    }

    private static void refused(CompletableFuture<?> sent) {
        assertThatThrownBy(() -> sent.get(60, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(ActorRevoked.class);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
