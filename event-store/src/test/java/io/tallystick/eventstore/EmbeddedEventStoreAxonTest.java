package io.tallystick.eventstore;

import java.sql.SQLException;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStoreTest;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

/// Axon's own rules for event stores, with our engine under its store.
@Tag("postgres15")
class EmbeddedEventStoreAxonTest extends EmbeddedEventStoreTest {

    private static final TestLog LOG = new TestLog();
    private static final Serializer ANYTHING = Jackson3Serializer.builder().build();

    @AfterAll
    static void drop() {
        LOG.close();
    }

    @Override
    public EventStorageEngine createStorageEngine() {
        try {
            LOG.empty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new PostgresEventStorageEngine(
                LOG, LOG, new LogHead(LOG.dataSource()), ANYTHING, ANYTHING);
    }

    @Override
    public TransactionManager getTransactionManager() {
        return LOG;
    }
}
