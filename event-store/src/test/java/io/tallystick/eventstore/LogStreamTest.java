package io.tallystick.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallystick.events.access.AccessEvent.LoginSucceeded;
import io.tallystick.events.access.AccessEvent.PartnerCreated;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogStreamTest {

    private static final String KNOWN = "access.LoginSucceeded";

    private final TestLog log = new TestLog();
    private final LogRows rows = new LogRows(log.database());
    private final LogHead head = new LogHead(log.dataSource());
    private final PostgresEventStorageEngine engine = log.engine(head);
    private final LogMessageSource source = new LogMessageSource(engine, head);

    @AfterEach
    void drop() {
        head.close();
        log.close();
    }

    @Test
    void everything_is_delivered_once_and_in_order() throws Exception {
        // given more than one fetch
        engine.appendEvents(Facts.facts(1_200));

        // when
        BlockingStream<TrackedEventMessage<?>> stream = source.openStream(source.createTailToken());

        // then
        assertThat(positions(stream))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 1_201).boxed().toList());
    }

    @Test
    void a_reader_that_asks_on_another_thread_whether_there_is_more_gets_everything_once()
            throws Exception {
        // given
        int facts = 5_000;
        engine.appendEvents(Facts.facts(facts));
        var stream = source.openStream(source.createTailToken());
        var reading = new AtomicBoolean(true);

        // when
        List<Long> delivered = new ArrayList<>();
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<?> asking =
                    threads.submit(() -> {
                        while (reading.get()) {
                            stream.hasNextAvailable();
                        }
                    });
            try {
                delivered.addAll(next(stream, facts + 1));
            } finally {
                reading.set(false);
            }
            asking.get(5, TimeUnit.SECONDS);
        }

        // then
        assertThat(delivered)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, facts + 1).boxed().toList());
    }

    @Test
    void a_reader_goes_on_behind_its_token() throws Exception {
        engine.appendEvents(Facts.facts(5));

        assertThat(positions(source.openStream(at(4)))).containsExactly(5L, 6L);
    }

    @Test
    void a_reader_without_a_token_begins_with_the_first_entry() throws Exception {
        engine.appendEvents(Facts.facts(1));

        BlockingStream<TrackedEventMessage<?>> stream = source.openStream(null);

        assertThat(stream.nextAvailable().getPayload()).isInstanceOf(PartnerCreated.class);
        assertThat(stream.nextAvailable().getPayload()).isInstanceOf(LoginSucceeded.class);
    }

    @Test
    void a_replay_goes_on_where_it_was() throws Exception {
        engine.appendEvents(Facts.facts(5));

        TrackingToken replay = ReplayToken.createReplayToken(at(6), at(3));

        assertThat(positions(source.openStream(replay))).containsExactly(4L, 5L, 6L);
    }

    @Test
    void merged_segments_go_on_behind_the_slower_one() throws Exception {
        engine.appendEvents(Facts.facts(5));

        TrackingToken merged = MergedTrackingToken.merged(at(5), at(4));

        assertThat(positions(source.openStream(merged))).containsExactly(5L, 6L);
    }

    @Test
    void a_reader_stops_before_a_type_it_does_not_know_and_never_skips_it() throws Exception {
        // given
        engine.appendEvents(Facts.facts(3));
        rows.insertFact(5, "access.NotInventedYet", "1");
        rows.insertFact(6, KNOWN, "1");
        head.refresh();

        // when
        BlockingStream<TrackedEventMessage<?>> stream = source.openStream(at(0));
        List<Long> delivered = next(stream, 4);

        // then
        assertThat(delivered).containsExactly(1L, 2L, 3L, 4L);
        assertStaysStopped(stream, UnknownEventType.class, "access.NotInventedYet");
    }

    @Test
    void a_revision_that_nobody_can_read_is_unknown() throws Exception {
        rows.insertFact(2, KNOWN, "2");
        head.refresh();

        BlockingStream<TrackedEventMessage<?>> stream = source.openStream(at(1));

        assertStaysStopped(stream, UnknownEventType.class, KNOWN + " revision 2");
    }

    @Test
    void a_stopped_reader_goes_on_once_the_type_is_known() throws Exception {
        // given
        rows.insertFact(2, "access.NotInventedYet", "1");
        head.refresh();
        BlockingStream<TrackedEventMessage<?>> stream = source.openStream(at(1));
        assertStaysStopped(stream, UnknownEventType.class, "access.NotInventedYet");

        // when
        rows.execute("update event_log.entry set type = '" + KNOWN + "' where position = 2");

        // then
        assertThat(positions(stream)).containsExactly(2L);
    }

    @Test
    void an_aggregate_with_a_fact_nobody_knows_is_not_loaded() throws Exception {
        rows.insertFact(2, KNOWN, "1");
        rows.insertFact(3, "access.NotInventedYet", "1");

        assertThatThrownBy(() -> engine.readEvents("written-by-sql").asStream().toList())
                .isInstanceOf(UnknownEventType.class);
    }

    @Test
    void a_reader_stops_at_a_hole() throws Exception {
        // given
        engine.appendEvents(Facts.facts(2));
        rows.insertFact(5, KNOWN, "1");
        head.refresh();

        // when
        BlockingStream<TrackedEventMessage<?>> stream = source.openStream(at(0));
        List<Long> delivered = next(stream, 3);

        // then
        assertThat(delivered).containsExactly(1L, 2L, 3L);
        assertStaysStopped(stream, BrokenOrder.class, "position 5 follows 3");
    }

    @Test
    void a_waiting_reader_is_woken_by_a_commit() throws Exception {
        // given
        BlockingStream<TrackedEventMessage<?>> stream = source.openStream(at(1));
        var found =
                CompletableFuture.supplyAsync(() -> {
                    try {
                        return stream.hasNextAvailable(20, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });

        // when
        engine.appendEvents(Facts.facts(1));

        // then long before it would have looked by itself
        assertThat(found.get(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_reader_is_called_back_when_something_was_committed() {
        var calls = new AtomicInteger();
        BlockingStream<TrackedEventMessage<?>> stream = source.openStream(at(1));

        stream.setOnAvailableCallback(calls::incrementAndGet);
        engine.appendEvents(Facts.facts(1));
        engine.appendEvents(Facts.facts(1));
        stream.close();
        engine.appendEvents(Facts.facts(1));

        assertThat(calls).as("once at first, then per commit until closed").hasValue(3);
    }

    @Test
    void a_reader_that_cannot_be_called_back_harms_nobody() throws Exception {
        // given
        BlockingStream<TrackedEventMessage<?>> broken = source.openStream(at(1));
        var calls = new AtomicInteger();
        broken.setOnAvailableCallback(() -> {
            if (calls.incrementAndGet() > 1) {
                throw new IllegalStateException("the processor is shut down");
            }
        });

        // when
        engine.appendEvents(Facts.facts(1));

        // then
        assertThat(calls).hasValue(2);
        assertThat(positions(source.openStream(at(1)))).containsExactly(2L);
    }

    @Test
    void tokens_name_the_two_ends_of_the_log() {
        engine.appendEvents(Facts.facts(2));

        assertThat(source.createTailToken()).isEqualTo(at(0));
        assertThat(source.createHeadToken()).isEqualTo(at(3));
    }

    private static void assertStaysStopped(
            BlockingStream<TrackedEventMessage<?>> stream,
            Class<? extends Exception> type,
            String message) {
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatThrownBy(stream::hasNextAvailable)
                    .isInstanceOf(type)
                    .hasMessageContaining(message);
            assertThatThrownBy(stream::nextAvailable).isInstanceOf(type);
        }
    }

    private static List<Long> next(BlockingStream<TrackedEventMessage<?>> stream, int count)
            throws InterruptedException {
        List<Long> positions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            positions.add(position(stream.nextAvailable()));
        }
        return positions;
    }

    private static List<Long> positions(BlockingStream<TrackedEventMessage<?>> stream)
            throws InterruptedException {
        List<Long> positions = new ArrayList<>();
        while (stream.hasNextAvailable()) {
            positions.add(position(stream.nextAvailable()));
        }
        return positions;
    }

    private static long position(TrackedEventMessage<?> message) {
        return PostgresEventStorageEngine.positionOf(message.trackingToken());
    }

    private static TrackingToken at(long position) {
        return new GlobalSequenceTrackingToken(position);
    }
}
