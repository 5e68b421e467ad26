package io.tallystick.projections.generation;

import static io.tallystick.readmodel.Tables.PROJECTION_NODE;
import static io.tallystick.readmodel.Tables.TOKEN_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.count;

import io.tallystick.events.access.AccessEvent.PartnerCreated;
import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.testing.TestDatabase.Schema;
import io.tallystick.projections.testing.RunningProjections;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The log begins with the partner `default`, which is entry 1; every other entry is a partner too.
@Tag("postgres15")
class NodesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestDatabase database = TestDatabase.with(Schema.EVENT_LOG, Schema.READ_MODEL);
    private final DSLContext sql = DSL.using(database.dataSource(), SQLDialect.POSTGRES);
    private int appended;

    @BeforeEach
    void create() {
        Ledger.create(sql);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void a_node_that_joins_gets_its_share_and_one_that_ends_gives_it_back() {
        try (var first = node().start()) {
            append(first, 50);
            awaitShares(4);
            try (var second = node().start()) {
                append(second, 50);
                awaitShares(2, 2);
                append(first, 50);
                first.stop();
                append(second, 50);
                awaitShares(4);

                first.start();
                awaitShares(2, 2);
                append(first, 50);
                assertCountedOnce(second);
            }
            awaitShares(4);
            append(first, 50);
            assertCountedOnce(first);
        }
        assertThat(sql.fetchCount(PROJECTION_NODE)).isZero();
    }

    @Test
    void nodes_that_start_at_once_share_what_there_is() {
        List<RunningProjections> nodes = new ArrayList<>();
        try {
            for (int node = 0; node < 4; node++) {
                nodes.add(node());
            }
            nodes.forEach(RunningProjections::start);
            append(nodes.getFirst(), 100);
            awaitShares(1, 1, 1, 1);
            append(nodes.getLast(), 100);
            assertCountedOnce(nodes.getFirst());
        } finally {
            nodes.forEach(RunningProjections::close);
        }
    }

    @Test
    void claims_of_a_node_that_is_not_seen_any_more_are_taken_over_whatever_clock_it_had() {
        try (var first = node().start()) {
            append(first, 50);
            awaitShares(4);
        }
        sql.insertInto(PROJECTION_NODE).set(PROJECTION_NODE.NODE, "killed").execute();
        sql.update(TOKEN_ENTRY)
                .set(TOKEN_ENTRY.OWNER, "killed")
                .set(TOKEN_ENTRY.TIMESTAMP, Instant.EPOCH.plus(Duration.ofDays(365_000)).toString())
                .execute();

        try (var second = node().start()) {
            append(second, 50);
            assertCountedOnce(second);

            awaitShares(4);
            assertThat(sql.fetchValues(PROJECTION_NODE.NODE)).doesNotContain("killed");
        }
    }

    private RunningProjections node() {
        return new RunningProjections(
                database, 10, joined -> List.of(new Ledger(joined, 4, Duration.ofMillis(2))));
    }

    private void append(RunningProjections node, int entries) {
        for (int i = 0; i < entries; i++) {
            UUID id = UUID.randomUUID();
            node.fact(new PartnerCreated(id, "p-" + id, "Partner"));
        }
        appended += entries;
    }

    /// A row that is written twice breaks the key of the ledger and stops its segment.
    private void assertCountedOnce(RunningProjections node) {
        node.awaitAll(appended + 1);
        assertThat(sql.fetchCount(Ledger.ROWS)).isEqualTo(appended + 1);
    }

    private void awaitShares(Integer... shares) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!shares().equals(List.of(shares))) {
            assertThat(System.nanoTime()).as("shares are %s", shares()).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private List<Integer> shares() {
        return sql.select(count())
                .from(TOKEN_ENTRY)
                .where(TOKEN_ENTRY.PROCESSOR_NAME.eq("ledger@1"))
                .and(TOKEN_ENTRY.OWNER.isNotNull())
                .groupBy(TOKEN_ENTRY.OWNER)
                .fetch(row -> row.value1());
    }
}
