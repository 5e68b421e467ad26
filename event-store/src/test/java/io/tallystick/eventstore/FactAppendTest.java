package io.tallystick.eventstore;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallystick.events.access.AccessEvent.LoginSucceeded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// When the engine takes the position lock, and what happens to a unit of work that fails there.
@Tag("postgres15")
class FactAppendTest {

    private final TestLog log = new TestLog();
    private final LogRows rows = new LogRows(log.database());
    private final LogHead head = new LogHead(log.dataSource());
    private final PostgresEventStorageEngine engine = log.engine(head);
    private final Work work = new Work(log);

    @BeforeEach
    void shareRows() throws Exception {
        rows.execute("create table event_log.shared (id int primary key, hits int not null)");
        rows.execute("insert into event_log.shared values (1, 0), (2, 0)");
    }

    @AfterEach
    void drop() {
        log.close();
    }

    @Test
    void a_subscribing_handler_that_takes_its_time_holds_nobody_up() throws Exception {
        // given a handler that lasts until another node has appended
        EmbeddedEventStore store = EmbeddedEventStore.builder().storageEngine(engine).build();
        var other = new ArrayList<CompletableFuture<Void>>();
        store.subscribe(events -> {
            var append = CompletableFuture.runAsync(() -> engine.appendEvents(Facts.facts(1)));
            other.add(append.orTimeout(10, TimeUnit.SECONDS));
            other.getFirst().join();
        });

        // when
        work.run(unit -> store.publish(Facts.fact("slow")));

        // then
        assertThat(other).hasSize(1);
        assertThat(rows.positions()).containsExactly(1L, 2L, 3L);
        store.shutDown();
    }

    @Test
    void the_lock_is_taken_after_every_other_write_of_the_unit() throws Exception {
        // given a unit that publishes first and writes rows when it prepares its commit
        try (var lock = new HeldPositionLock(log.database())) {
            var unit =
                    CompletableFuture.runAsync(() ->
                            work.run(started -> {
                                started.onPrepareCommit(any -> work.execute(hit(1)));
                                engine.appendEvents(Facts.facts(1));
                            }));

            // when it waits for the lock
            lock.awaitWaiter();

            // then its row is locked already
            assertThatThrownBy(() -> rows.execute("set lock_timeout = '50ms'; " + hit(1)))
                    .hasMessageContaining("lock timeout");
            assertThat(unit).isNotDone();
            lock.release();
            unit.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void units_that_share_rows_never_deadlock_whatever_they_do_first() throws Exception {
        // when
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> storms = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                boolean publishesFirst = thread % 2 == 0;
                storms.add(threads.submit(() -> storm(publishesFirst)));
            }
            for (Future<?> storm : storms) {
                storm.get(60, TimeUnit.SECONDS);
            }
        }

        // then
        assertThat(rows.head()).isEqualTo(1 + 300);
        assertThat(rows.positions()).hasSize(301);
        assertThat(rows.number("select sum(hits) from event_log.shared")).isEqualTo(600);
        log.database().dataSource().close();
        assertThat(rows.deadlocks()).isZero();
    }

    private void storm(boolean publishesFirst) {
        for (int i = 0; i < 75; i++) {
            work.run(unit -> publishAndHit(unit, publishesFirst));
        }
    }

    private void publishAndHit(UnitOfWork<?> unit, boolean publishesFirst) {
        Runnable hits = () -> work.execute(hit(1) + ";" + hit(2));
        if (publishesFirst) {
            engine.appendEvents(Facts.facts(1));
            unit.onPrepareCommit(any -> hits.run());
        } else {
            hits.run();
            unit.onPrepareCommit(any -> engine.appendEvents(Facts.facts(1)));
        }
    }

    @Test
    void a_unit_that_loses_against_another_leaves_nothing_behind() throws Exception {
        // given
        engine.appendEvents(List.of(Facts.ofStream("operator", 0), Facts.ofStream("operator", 1)));
        long before = rows.head();

        // when
        assertThatThrownBy(() ->
                        work.run(unit -> {
                            work.execute(hit(1));
                            engine.appendEvents(Facts.facts(2));
                            engine.appendEvents(List.of(Facts.ofStream("operator", 1)));
                        }))
                .isInstanceOf(ConcurrencyException.class);

        // then
        assertThat(rows.head()).isEqualTo(before);
        assertThat(rows.number("select sum(hits) from event_log.shared")).isZero();

        // and the position is not lost
        engine.appendEvents(Facts.facts(1));
        assertThat(rows.positions()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void a_fact_whose_id_is_stored_fails_the_unit() throws Exception {
        EventMessage<?> fact = Facts.fact("once");
        engine.appendEvents(List.of(fact));

        assertThatThrownBy(() -> work.run(unit -> engine.appendEvents(List.of(fact))))
                .isInstanceOf(ConcurrencyException.class);

        assertThat(rows.positions()).containsExactly(1L, 2L);
    }

    @Test
    void a_unit_that_is_rolled_back_appends_nothing() throws Exception {
        assertThatThrownBy(() ->
                        work.run(unit -> {
                            engine.appendEvents(Facts.facts(1));
                            throw new IllegalStateException("changed my mind");
                        }))
                .hasMessage("changed my mind");

        assertThat(rows.positions()).containsExactly(1L);
        assertThat(head.position()).isZero();
    }

    @Test
    void a_failure_while_the_lock_is_held_rolls_everything_back() throws Exception {
        assertThatThrownBy(() ->
                        work.run(unit -> {
                            unit.onCommit(any -> {
                                throw new IllegalStateException("after the insert");
                            });
                            engine.appendEvents(Facts.facts(1));
                        }))
                .hasMessage("after the insert");

        assertThat(rows.positions()).containsExactly(1L);
        assertThat(head.position()).isZero();
    }

    @Test
    void nested_units_append_with_their_root_in_the_order_of_their_facts() throws Exception {
        work.run(root -> {
            engine.appendEvents(List.of(Facts.fact("first")));
            work.run(nested -> engine.appendEvents(List.of(Facts.fact("second"))));
            engine.appendEvents(List.of(Facts.fact("third")));
        });

        assertThat(logins()).containsExactly("first", "second", "third");
    }

    @Test
    void a_batch_of_messages_appends_once_at_its_end() throws Exception {
        // given
        BatchingUnitOfWork<?> batch =
                new BatchingUnitOfWork<>(Facts.fact("a"), Facts.fact("b"), Facts.fact("c"));
        batch.start();
        batch.attachTransaction(log);

        // when
        batch.executeWithResult(() -> {
            engine.appendEvents(List.of(currentMessage()));
            assertThat(rows.head()).isEqualTo(1);
            return "handled";
        });

        // then
        assertThat(logins()).containsExactly("a", "b", "c");
        assertThat(head.position()).isEqualTo(4);
    }

    @Test
    void what_is_appended_after_the_write_is_written_as_well() throws Exception {
        work.run(unit -> {
            unit.onCommit(any -> engine.appendEvents(List.of(Facts.fact("late"))));
            engine.appendEvents(List.of(Facts.fact("early")));
        });

        assertThat(logins()).containsExactly("early", "late");
    }

    @Test
    void what_is_appended_after_the_commit_is_refused_and_not_lost_in_silence() throws Exception {
        var refused = new ArrayList<Throwable>();
        work.run(unit -> {
            unit.afterCommit(any -> {
                try {
                    engine.appendEvents(Facts.facts(1));
                } catch (IllegalStateException e) {
                    refused.add(e);
                }
            });
            engine.appendEvents(Facts.facts(1));
        });

        assertThat(refused).hasSize(1);
        assertThat(rows.positions()).containsExactly(1L, 2L);
    }

    @Test
    void a_receipt_names_the_position_of_the_last_fact() throws Exception {
        var receipt = new AppendReceipt();

        receipt.during(() -> {
            work.run(unit -> engine.appendEvents(Facts.facts(3)));
            return "done";
        });

        assertThat(receipt.position()).hasValue(4);
    }

    @Test
    void a_receipt_of_a_command_that_changed_nothing_is_empty() throws Exception {
        var receipt = new AppendReceipt();

        receipt.during(() -> {
            work.run(unit -> {});
            return "done";
        });

        assertThat(receipt.position()).isEmpty();
    }

    @Test
    void the_tenant_of_a_fact_is_a_column() throws Exception {
        String tenant = new UUID(7, 7).toString();

        engine.appendEvents(
                List.of(
                        new GenericEventMessage<>(Facts.fact("x").getPayload())
                                .andMetaData(Map.of("tenantId", tenant))));

        assertThat(
                        rows.number(
                                "select count(*) from event_log.entry where tenant_id = '"
                                        + tenant
                                        + "'"))
                .isEqualTo(1);
    }

    private static EventMessage<?> currentMessage() {
        return (EventMessage<?>) requireNonNull(CurrentUnitOfWork.get().getMessage());
    }

    private List<String> logins() throws Exception {
        List<String> logins = new ArrayList<>();
        engine.readEvents(new GlobalSequenceTrackingToken(1), false)
                .forEach(message -> logins.add(((LoginSucceeded) message.getPayload()).login()));
        return logins;
    }

    private static String hit(int id) {
        return "update event_log.shared set hits = hits + 1 where id = " + id;
    }
}
