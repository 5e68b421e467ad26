package io.tallystick.projections.generation;

import static io.tallystick.readmodel.Tables.PARTNER;
import static io.tallystick.readmodel.Tables.PROJECTION_SEGMENT;
import static io.tallystick.readmodel.Tables.TOKEN_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.min;

import io.tallystick.events.access.AccessEvent.PartnerCreated;
import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.testing.TestDatabase.Schema;
import io.tallystick.projections.testing.RunningProjections;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The log begins with the partner `default`, which is entry 1; every other entry is a partner too.
@Tag("postgres15")
class RebuildTest {

    private static final int ENTRIES = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestDatabase database = TestDatabase.with(Schema.EVENT_LOG, Schema.READ_MODEL);
    private final DSLContext sql = DSL.using(database.dataSource(), SQLDialect.POSTGRES);
    private final AtomicBoolean appending = new AtomicBoolean(true);

    @BeforeEach
    void create() {
        Ledger.create(sql);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void segments_share_the_entries_and_their_tokens_move_with_every_one() {
        try (var running = running(4, Duration.ZERO).start()) {
            long last = append(running, ENTRIES);
            running.awaitAll(last);

            assertThat(keys(1)).hasSize(ENTRIES + 1);
            assertThat(
                            sql.fetchValues(
                                    sql.select(PROJECTION_SEGMENT.POSITION)
                                            .from(PROJECTION_SEGMENT)
                                            .where(PROJECTION_SEGMENT.PROJECTION.eq("ledger"))))
                    .containsExactly(last, last, last, last);
        }
    }

    @Test
    void whoever_waits_for_a_segment_that_has_nothing_to_do_does_not_wait_long() {
        try (var running = running(4, Duration.ZERO).start()) {
            running.awaitAll(append(running, 1));
            long start = System.nanoTime();
            for (int i = 0; i < 10; i++) {
                running.awaitAll(append(running, 1));
            }

            // Axon alone would store the token of the others after 250 ms each time.
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofMillis(1_500));
        }
    }

    @Test
    void a_rebuild_has_as_many_segments_as_the_projection_wants_now() {
        try (var running = running(1, Duration.ZERO).start()) {
            running.awaitAll(append(running, ENTRIES));
        }
        try (var running = running(4, Duration.ZERO).start()) {
            assertThat(segments("live")).isEqualTo(1);
            List<String> before = keys(1);

            running.rebuild("ledger");
            running.awaitRebuilt("ledger");

            assertThat(segments("live")).isEqualTo(4);
            assertThat(keys(2)).isEqualTo(before);
        }
    }

    @Test
    void nothing_is_left_of_the_generation_before_however_much_it_was() {
        try (var running = running(1, Duration.ZERO).start()) {
            running.awaitAll(append(running, 10));
            sql.execute(
                    """
                    insert into read_model.ledger_all
                    select 1, 'much-' || i from generate_series(1, 25000) i
                    """);

            running.rebuild("ledger");
            running.awaitRebuilt("ledger");

            assertThat(keys(1)).isEmpty();
            assertThat(keys(2)).hasSize(11);
            assertThat(processors()).contains("ledger@2").doesNotContain("ledger@1");
        }
    }

    @Test
    void a_rebuild_that_is_stopped_in_the_middle_goes_on_where_it_was() {
        try (var running = running(1, Duration.ofMillis(3)).start()) {
            long last = append(running, ENTRIES);
            running.awaitAll(last);
            running.rebuild("ledger");
            await("the middle", () -> building() > last / 4);

            running.stop();
            long middle = building();
            int rows = keys(2).size();

            assertThat(middle).isBetween(last / 4, last - 1);
            assertThat(rows).as("rows and token committed together").isEqualTo((int) middle);
            assertThat(running.position("ledger")).isEqualTo(last);

            running.start();
            running.awaitRebuilt("ledger");
            assertThat(keys(2)).hasSize(ENTRIES + 1);
        }
    }

    @Test
    void other_projections_and_the_live_generation_go_on_meanwhile() {
        try (var running = running(4, Duration.ofMillis(10)).start()) {
            running.awaitAll(append(running, ENTRIES));
            running.rebuild("ledger");
            await("the rebuild to begin", () -> building() > 0);

            long last = append(running, 1);
            running.awaitAll(last);

            assertThat(segments("building")).isEqualTo(4);
            assertThat(building()).isLessThan(last);
            assertThat(sql.fetchCount(PARTNER)).isEqualTo(ENTRIES + 2);
        }
    }

    @Test
    void while_generations_are_swapped_readers_see_position_and_rows_that_belong_together()
            throws Exception {
        try (var running = running(1, Duration.ZERO).start();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            running.awaitAll(append(running, ENTRIES));
            Future<?> writer = threads.submit(() -> appendUntilStopped(running));
            Future<Integer> reader = threads.submit(this::readUntilStopped);
            for (int rebuild = 0; rebuild < 3; rebuild++) {
                assertThat(running.rebuild("ledger")).isTrue();
                await("the swap", () -> segments("building") == 0);
            }
            appending.set(false);
            writer.get();

            assertThat(reader.get()).as("reads").isGreaterThan(100);
            running.awaitAll(append(running, 1));
        }
    }

    @Test
    void while_generations_of_several_segments_are_swapped_rows_never_vanish() throws Exception {
        try (var running = running(4, Duration.ZERO).start();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            running.awaitAll(append(running, ENTRIES));
            Future<?> writer = threads.submit(() -> appendUntilStopped(running));
            Future<Integer> reader = threads.submit(this::countUntilStopped);
            for (int rebuild = 0; rebuild < 3; rebuild++) {
                assertThat(running.rebuild("ledger")).isTrue();
                await("the swap", () -> segments("building") == 0);
            }
            appending.set(false);
            writer.get();

            assertThat(reader.get()).as("reads").isGreaterThan(100);
        }
    }

    @Test
    void of_those_who_ask_at_once_exactly_one_begins_a_rebuild() throws Exception {
        int callers = 8;
        var barrier = new CyclicBarrier(callers);
        try (var running = running(1, Duration.ofMillis(20)).start();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            running.awaitAll(append(running, 50));
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                answers.add(
                        threads.submit(() -> {
                            barrier.await();
                            return running.rebuild("ledger");
                        }));
            }
            int begun = 0;
            for (Future<Boolean> answer : answers) {
                begun += answer.get() ? 1 : 0;
            }

            assertThat(begun).isEqualTo(1);
            assertThat(segments("building")).isEqualTo(1);
        }
    }

    @Test
    void a_cancelled_rebuild_leaves_nothing_and_its_number_is_not_used_again() {
        try (var running = running(1, Duration.ofMillis(10)).start()) {
            long last = append(running, ENTRIES);
            running.awaitAll(last);
            running.rebuild("ledger");
            await("the rebuild to begin", () -> building() > 0);

            assertThat(running.cancel("ledger")).isTrue();
            assertThat(running.cancel("ledger")).isFalse();
            running.awaitRebuilt("ledger");

            assertThat(keys(2)).isEmpty();
            assertThat(running.position("ledger")).isEqualTo(last);
            assertThat(running.rebuild("ledger")).isTrue();
            assertThat(processors()).contains("ledger@1", "ledger@3");
        }
    }

    @Test
    void whoever_still_runs_a_generation_whose_tokens_are_gone_writes_nothing_and_makes_none() {
        try (var running = running(1, Duration.ZERO).start()) {
            running.awaitAll(append(running, 10));
            List<String> before = keys(1);
            sql.deleteFrom(TOKEN_ENTRY).where(TOKEN_ENTRY.PROCESSOR_NAME.eq("ledger@1")).execute();

            append(running, 5);
            LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
            assertThat(keys(1)).isEqualTo(before);

            running.stop();
            running.start();
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            assertThat(keys(1)).isEqualTo(before);
            assertThat(processors()).doesNotContain("ledger@1");
        }
    }

    @Test
    void two_nodes_share_the_work_and_either_may_end() {
        try (var first = running(4, Duration.ofMillis(3)).start();
                var second = running(4, Duration.ofMillis(3)).start()) {
            long last = append(first, ENTRIES);
            first.awaitAll(last);
            first.rebuild("ledger");
            await("the middle", () -> building() > last / 4);

            first.stop();

            await("the swap", () -> segments("building") == 0);
            second.awaitAll(append(second, 1));
            second.awaitRebuilt("ledger");
            assertThat(keys(2)).hasSize(ENTRIES + 2);
        }
    }

    private RunningProjections running(int segments, Duration pause) {
        return new RunningProjections(
                database, 10, joined -> List.of(new Ledger(joined, segments, pause)));
    }

    private static long append(RunningProjections running, int entries) {
        long last = 0;
        for (int i = 0; i < entries; i++) {
            UUID id = UUID.randomUUID();
            last = running.fact(new PartnerCreated(id, "p-" + id, "Partner"));
        }
        return last;
    }

    private void appendUntilStopped(RunningProjections running) {
        while (appending.get()) {
            append(running, 1);
        }
    }

    /// Every entry is a row, so a snapshot whose rows are not as many as its position is torn.
    private int readUntilStopped() throws SQLException {
        int reads = 0;
        long last = 0;
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            DSLContext snapshot = DSL.using(connection, SQLDialect.POSTGRES);
            for (; appending.get(); reads++) {
                long position = position(snapshot);
                assertThat(snapshot.fetchCount(DSL.table("read_model.ledger")))
                        .isEqualTo((int) position);
                assertThat(position).isGreaterThanOrEqualTo(last);
                last = position;
                connection.commit();
            }
        }
        return reads;
    }

    private int countUntilStopped() {
        int reads = 0;
        int last = 0;
        long lastPosition = 0;
        for (; appending.get(); reads++) {
            int rows = sql.fetchCount(DSL.table("read_model.ledger"));
            assertThat(rows).isGreaterThanOrEqualTo(last);
            last = rows;
            long position = position(sql);
            assertThat(position).isGreaterThanOrEqualTo(lastPosition);
            lastPosition = position;
        }
        return reads;
    }

    private static long position(DSLContext snapshot) {
        return snapshot.select(min(PROJECTION_SEGMENT.POSITION))
                .from(PROJECTION_SEGMENT)
                .where(PROJECTION_SEGMENT.PROJECTION.eq("ledger"))
                .and(PROJECTION_SEGMENT.STATE.eq("live"))
                .fetchSingle(row -> row.value1());
    }

    /// Where the rebuild is, -1 when there is none.
    private long building() {
        Long position =
                sql.select(min(PROJECTION_SEGMENT.POSITION))
                        .from(PROJECTION_SEGMENT)
                        .where(PROJECTION_SEGMENT.PROJECTION.eq("ledger"))
                        .and(PROJECTION_SEGMENT.STATE.eq("building"))
                        .fetchSingle(row -> row.value1());
        return position == null ? -1 : position;
    }

    private int segments(String state) {
        return sql.fetchCount(
                PROJECTION_SEGMENT,
                PROJECTION_SEGMENT.PROJECTION.eq("ledger"),
                PROJECTION_SEGMENT.STATE.eq(state));
    }

    private List<String> processors() {
        return sql.fetchValues(sql.selectDistinct(TOKEN_ENTRY.PROCESSOR_NAME).from(TOKEN_ENTRY));
    }

    private List<String> keys(int generation) {
        return sql.select(Ledger.ROWS.key)
                .from(Ledger.ROWS)
                .where(Ledger.ROWS.generation.eq(generation))
                .orderBy(Ledger.ROWS.key)
                .fetch(Ledger.ROWS.key);
    }

    private static void await(String what, BooleanSupplier reached) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain for %s", what).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
    }
}
