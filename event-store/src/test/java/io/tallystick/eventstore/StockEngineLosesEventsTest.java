package io.tallystick.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.events.access.AccessEvent.LoginSucceeded;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Why the log has an engine of its own. Axon's JDBC engine takes positions from an identity column
/// when it inserts, so a transaction that commits late leaves a gap behind it; and a reader gives
/// gaps up. Both engines go through the same schedule here, the stock one with its default
/// settings: a unit of work appends and stalls, others commit, a reader follows them, and then the
/// first one commits.
class StockEngineLosesEventsTest {

    private static final int GAP_OFFSET_MAX = 10_000;
    private static final int TRANSACTION_FACTS = 2_500;
    private static final Duration GAP_TIMEOUT = Duration.ofMinutes(1);

    private final TestLog log = new TestLog();
    private final Work work = new Work(log);
    private final EventMessage<?> stalled = Facts.fact("stalled");

    @AfterEach
    void drop() {
        log.close();
    }

    @Test
    void the_stock_engine_never_delivers_what_ten_thousand_others_overtook() {
        // when
        List<String> delivered = overtake(stock(), Facts.facts(GAP_OFFSET_MAX + 1));

        // then it is stored, and everything but it is delivered
        assertThat(stored()).isEqualTo(GAP_OFFSET_MAX + 3);
        assertThat(delivered).hasSize(GAP_OFFSET_MAX + 2).doesNotContain(stalled.getIdentifier());
    }

    @Test
    void the_stock_engine_never_delivers_what_a_single_fact_of_a_minute_ago_overtook() {
        // given a fact that says when it happened, as one that is imported does
        Instant before = Instant.parse("2026-01-31T00:00:00Z").minus(GAP_TIMEOUT);
        EventMessage<?> imported =
                new GenericEventMessage<>(
                        new GenericMessage<>(new LoginSucceeded(new UUID(0, 1), "imported")),
                        () -> before);

        // when
        List<String> delivered = overtake(stock(), List.of(imported));

        // then
        assertThat(stored()).isEqualTo(3);
        assertThat(delivered).hasSize(2).doesNotContain(stalled.getIdentifier());
    }

    /// The tests above are worth something only if the schedule alone loses nothing.
    @Test
    void the_stock_engine_delivers_what_fewer_overtook() {
        assertThat(overtake(stock(), Facts.facts(10))).contains(stalled.getIdentifier());
    }

    @Test
    void our_engine_delivers_it_once_whoever_overtook_it() {
        try (var head = new LogHead(log.dataSource())) {
            // when
            List<String> delivered = overtake(log.engine(head), Facts.facts(GAP_OFFSET_MAX + 1));

            // then, together with the default partner of every log
            assertThat(delivered)
                    .hasSize(GAP_OFFSET_MAX + 4)
                    .doesNotHaveDuplicates()
                    .containsOnlyOnce(stalled.getIdentifier());
        }
    }

    private JdbcEventStorageEngine stock() {
        Jackson3Serializer serializer = Jackson3Serializer.builder().build();
        var stock =
                JdbcEventStorageEngine.builder()
                        .connectionProvider(log)
                        .transactionManager(log)
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer)
                        .build();
        log.executeInTransaction(() -> stock.createSchema(PostgresEventTableFactory.INSTANCE));
        return stock;
    }

    /// What a reader is given that reads while the others have committed and the stalled one has
    /// not, and again when everybody has and one more followed.
    private List<String> overtake(EventStorageEngine engine, List<EventMessage<?>> others) {
        var reader = new Reader(engine);
        work.run(unit -> {
            engine.appendEvents(List.of(stalled));
            elsewhere(() -> {
                append(engine, others);
                reader.read();
            });
        });
        engine.appendEvents(List.of(Facts.fact("afterwards")));
        reader.read();
        return reader.delivered;
    }

    private static void append(EventStorageEngine engine, List<EventMessage<?>> facts) {
        for (int from = 0; from < facts.size(); from += TRANSACTION_FACTS) {
            int to = Math.min(facts.size(), from + TRANSACTION_FACTS);
            engine.appendEvents(facts.subList(from, to));
        }
    }

    private static void elsewhere(Runnable others) {
        CompletableFuture.runAsync(others).join();
    }

    private long stored() {
        return log.fetchInTransaction(() -> {
            try (var connection = log.getConnection();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("select count(*) from DomainEventEntry")) {
                row.next();
                return row.getLong(1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /// Goes on behind its token, as every tracking processor does.
    private static final class Reader {

        private final EventStorageEngine engine;
        private final List<String> delivered = new ArrayList<>();
        private @Nullable TrackingToken token;

        private Reader(EventStorageEngine engine) {
            this.engine = engine;
        }

        private void read() {
            engine.readEvents(token, false).forEach(this::take);
        }

        private void take(TrackedEventMessage<?> message) {
            delivered.add(message.getIdentifier());
            token = message.trackingToken();
        }
    }
}
