package io.tallystick.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

    private static final String COUNT = "select count(*) from event_log.snapshot";

    private final TestLog log = new TestLog();
    private final LogRows rows = new LogRows(log.database());
    private final PostgresEventStorageEngine engine = log.engine(new LogHead(log.dataSource()));

    @AfterEach
    void drop() {
        log.close();
    }

    @Test
    void an_aggregate_without_a_snapshot_has_none() {
        assertThat(engine.readSnapshot("operator")).isEmpty();
    }

    @Test
    void a_snapshot_is_read_as_it_was_stored() {
        DomainEventMessage<?> snapshot = Facts.ofStream("operator", 4);

        engine.storeSnapshot(snapshot);

        assertThat(engine.readSnapshot("operator"))
                .hasValueSatisfying(read -> {
                    assertThat(read.getSequenceNumber()).isEqualTo(4);
                    assertThat(read.getIdentifier()).isEqualTo(snapshot.getIdentifier());
                    assertThat(read.getType()).isEqualTo("Operator");
                    assertThat(read.getPayload()).isEqualTo(snapshot.getPayload());
                });
    }

    @Test
    void the_newest_snapshot_replaces_the_older_ones() throws Exception {
        engine.storeSnapshot(Facts.ofStream("operator", 4));
        engine.storeSnapshot(Facts.ofStream("other", 2));
        engine.storeSnapshot(Facts.ofStream("operator", 9));

        assertThat(engine.readSnapshot("operator").orElseThrow().getSequenceNumber()).isEqualTo(9);
        assertThat(engine.readSnapshot("other")).isPresent();
        assertThat(rows.number(COUNT)).isEqualTo(2);
    }

    @Test
    void a_late_snapshot_does_not_hide_a_newer_one() {
        engine.storeSnapshot(Facts.ofStream("operator", 9));
        engine.storeSnapshot(Facts.ofStream("operator", 4));

        assertThat(engine.readSnapshot("operator").orElseThrow().getSequenceNumber()).isEqualTo(9);
    }

    @Test
    void two_nodes_may_take_the_same_snapshot() throws Exception {
        engine.storeSnapshot(Facts.ofStream("operator", 4));
        engine.storeSnapshot(Facts.ofStream("operator", 4));

        assertThat(rows.number(COUNT)).isEqualTo(1);
    }

    @Test
    void a_snapshot_takes_no_position() throws Exception {
        long before = rows.head();

        engine.storeSnapshot(Facts.ofStream("operator", 4));

        assertThat(rows.head()).isEqualTo(before);
    }
}
