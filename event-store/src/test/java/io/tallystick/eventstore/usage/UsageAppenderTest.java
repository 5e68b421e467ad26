package io.tallystick.eventstore.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.eventstore.HeldPositionLock;
import io.tallystick.eventstore.LogRows;
import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.usage.UsageOutcome.Accepted;
import io.tallystick.eventstore.usage.UsageOutcome.Conflict;
import io.tallystick.eventstore.usage.UsageOutcome.Duplicate;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("postgres15")
class UsageAppenderTest {

    private static final String COUNT =
            "select coalesce(sum(row_count), 0) from event_log.usage_slice";

    private final TestDatabase database = TestDatabase.with(TestDatabase.Schema.EVENT_LOG);
    private final LogRows log = new LogRows(database);
    private final Node node = new Node(database).start();

    @AfterEach
    void drop() {
        node.close();
        database.close();
    }

    @Test
    void rows_are_accepted_in_their_order() throws Exception {
        assertThat(node.append(Usage.row("a"), Usage.row("b")))
                .containsExactly(accepted(2, 0), accepted(2, 1));
    }

    @Test
    void the_head_knows_the_position_before_the_sender_does() throws Exception {
        node.append(Usage.row("a"));

        assertThat(node.head().position()).isEqualTo(2);
    }

    @Test
    void the_same_event_again_is_a_duplicate_of_the_first() throws Exception {
        node.append(Usage.row("a"), Usage.row("b"));

        assertThat(node.append(Usage.row("b"))).containsExactly(duplicate(2, 1));
        assertThat(node.append(Usage.row("b"))).containsExactly(duplicate(2, 1));
        assertThat(log.number(COUNT)).isEqualTo(2);
    }

    @Test
    void nothing_but_duplicates_takes_no_position() throws Exception {
        node.append(Usage.row("a"));
        node.append(Usage.row("a"));

        assertThat(log.head()).isEqualTo(2);
    }

    @Test
    void another_content_under_a_known_id_is_a_conflict_and_is_not_stored() throws Exception {
        node.append(Usage.row("a"));

        UsageRow other = Usage.row(Usage.TENANT, Usage.CUSTOMER, "a", "{\"durationSeconds\":43}");

        assertThat(node.append(other)).containsExactly(new Conflict());
        assertThat(log.number(COUNT)).isEqualTo(1);
    }

    @Test
    void an_id_belongs_to_one_customer_of_one_tenant() throws Exception {
        UUID stranger = new UUID(1, 1);
        node.append(Usage.row("a"));

        assertThat(
                        node.append(
                                Usage.row(Usage.TENANT, stranger, "a", "{}"),
                                Usage.row(stranger, Usage.CUSTOMER, "a", "{}")))
                .containsExactly(accepted(3, 0), accepted(3, 1));
    }

    @Test
    void repetitions_within_one_request_are_measured_against_the_first() throws Exception {
        UsageRow other = Usage.row(Usage.TENANT, Usage.CUSTOMER, "a", "{\"durationSeconds\":43}");

        assertThat(node.append(Usage.row("a"), Usage.row("a"), other, Usage.row("b")))
                .containsExactly(accepted(2, 0), duplicate(2, 0), new Conflict(), accepted(2, 1));
        assertThat(log.number(COUNT)).isEqualTo(2);
    }

    @Test
    void known_and_new_rows_of_one_request_get_what_each_deserves() throws Exception {
        node.append(Usage.row("a"));
        for (int round = 0; round < 3; round++) {
            // both ways to find out: by the unique index at first, by a look-up once duplicates
            // were seen
            assertThat(node.append(Usage.row("new " + round), Usage.row("a")))
                    .containsExactly(accepted(3 + round, 0), duplicate(2, 0));
        }
    }

    @Test
    void an_empty_request_is_answered_at_once() throws Exception {
        assertThat(node.append()).isEmpty();
        assertThat(log.head()).isEqualTo(1);
    }

    @Test
    void a_thousand_copies_from_many_threads_are_one_row() throws Exception {
        // when
        List<UsageOutcome> outcomes =
                inThreads(
                        64,
                        Collections.nCopies(
                                1_000, () -> node.append(Usage.row("same")).getFirst()));

        // then
        List<UsageOutcome> accepted = outcomes.stream().filter(Accepted.class::isInstance).toList();
        assertThat(accepted).hasSize(1);
        var ref = ((Accepted) accepted.getFirst()).ref();
        assertThat(Collections.frequency(outcomes, new Duplicate(ref))).isEqualTo(999);
        assertThat(log.number(COUNT)).isEqualTo(1);
    }

    @Test
    void two_nodes_with_common_keys_store_each_of_them_once_and_never_deadlock() throws Exception {
        // given
        int keys = 3_000;
        List<UsageOutcome> outcomes;
        List<UsageRow> sent = new ArrayList<>();
        try (var other = new Node(database).start()) {
            var random = new Random(7);
            List<Callable<List<UsageOutcome>>> requests = new ArrayList<>();
            for (int i = 0; i < 240; i++) {
                List<UsageRow> rows =
                        random.ints(100, 0, keys).mapToObj(n -> Usage.row("key " + n)).toList();
                sent.addAll(rows);
                Node to = i % 2 == 0 ? node : other;
                requests.add(() -> to.append(rows.toArray(UsageRow[]::new)));
            }

            // when
            outcomes = inThreads(16, requests).stream().flatMap(List::stream).toList();
        }
        node.close();

        // then
        Map<String, EventRef> accepted = new HashMap<>();
        for (int i = 0; i < sent.size(); i++) {
            if (outcomes.get(i) instanceof Accepted(EventRef ref)) {
                assertThat(accepted.put(sent.get(i).id(), ref)).as("accepted once").isNull();
            }
        }
        for (int i = 0; i < sent.size(); i++) {
            if (outcomes.get(i) instanceof Duplicate(EventRef ref)) {
                assertThat(ref).isEqualTo(accepted.get(sent.get(i).id()));
            }
        }
        assertThat(outcomes).doesNotHaveAnyElementsOfTypes(Conflict.class);
        assertThat(accepted).hasSize((int) sent.stream().map(UsageRow::id).distinct().count());
        assertThat(log.number(COUNT)).isEqualTo(accepted.size());
        assertThat(log.number("select sum(row_count) from event_log.entry"))
                .isEqualTo(accepted.size());
        assertThat(log.deadlocks()).isZero();
    }

    @Test
    void requests_that_wait_together_become_one_chunk_that_names_them() throws Exception {
        // given an appender that is busy while two requests come in
        try (var lock = new HeldPositionLock(database)) {
            node.send(Usage.rows("busy"));
            lock.awaitWaiter();
            var first = node.send(Usage.rows("a", "b"), Usage.origin("request-1", 2));
            var second = node.send(Usage.rows("c"), Usage.origin("request-2", 1));

            // when
            lock.release();

            // then
            assertThat(first.join()).containsExactly(accepted(3, 0), accepted(3, 1));
            assertThat(second.join()).containsExactly(accepted(3, 2));
        }
        JsonNode requests = metadataAt(3).get("requests");
        assertThat(requests.valueStream().map(request -> request.get("requestId").asString()))
                .containsExactly("request-1", "request-2");
        assertThat(requests.get(0))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        {"tenantId":"01900000-0000-7000-8000-000000000001",
                                         "customerId":null,"actorType":"key","actorId":"ts_abc",
                                         "requestId":"request-1","ip":"192.0.2.1","events":2}
                                        """));
    }

    @Test
    void a_request_larger_than_a_group_is_one_chunk() throws Exception {
        int rows = UsageAppender.GROUP_ROWS_MAX + 1;
        UsageRow[] large =
                IntStream.range(0, rows)
                        .mapToObj(n -> Usage.row("row " + n))
                        .toArray(UsageRow[]::new);

        assertThat(node.append(large)).hasSize(rows).endsWith(accepted(2, rows - 1));
        assertThat(log.head()).isEqualTo(2);
    }

    private JsonNode metadataAt(long position) throws Exception {
        try (var connection = database.connection();
                var statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select metadata from event_log.entry where position = "
                                        + position)) {
            row.next();
            return JsonMapper.shared().readTree(row.getBytes(1));
        }
    }

    private static <T> List<T> inThreads(int threads, List<Callable<T>> calls) throws Exception {
        try (var executor = Executors.newFixedThreadPool(threads)) {
            List<T> results = new ArrayList<>();
            for (Future<T> call : executor.invokeAll(calls)) {
                results.add(call.get());
            }
            return results;
        }
    }

    private static UsageOutcome accepted(long position, int ordinal) {
        return new Accepted(new EventRef(position, ordinal));
    }

    private static UsageOutcome duplicate(long position, int ordinal) {
        return new Duplicate(new EventRef(position, ordinal));
    }
}
