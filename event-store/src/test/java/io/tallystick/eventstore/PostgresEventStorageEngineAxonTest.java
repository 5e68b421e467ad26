package io.tallystick.eventstore;

import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/// Axon's own rules for storage engines. Its events are strings, so the allow-list of names, which
/// is the serializer's, is left out here.
@Tag("postgres15")
class PostgresEventStorageEngineAxonTest
        extends BatchingEventStorageEngineTest<
                PostgresEventStorageEngine, PostgresEventStorageEngine.Builder> {

    private static final TestLog LOG = new TestLog();
    private static final Serializer ANYTHING = Jackson3Serializer.builder().build();

    @AfterAll
    static void drop() {
        LOG.close();
    }

    @BeforeEach
    void startWithNothing() throws SQLException {
        LOG.empty();
        setTestSubject(createEngine());
    }

    @Override
    protected PostgresEventStorageEngine createEngine(
            UnaryOperator<PostgresEventStorageEngine.Builder> customization) {
        var builder =
                new PostgresEventStorageEngine.Builder(
                        ANYTHING, ANYTHING, NoOpEventUpcaster.INSTANCE);
        return new PostgresEventStorageEngine(
                LOG, LOG, new LogHead(LOG.dataSource()), customization.apply(builder));
    }
}
