package io.tallystick.bench.claim;

import io.tallystick.events.access.AccessEvent.LoginSucceeded;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/// The same facts through an Axon event store over either engine. Their payload has about 150 bytes
/// as JSON, like the data of a call.
final class FactLoad {

    private static final String LOGIN = "x".repeat(90);

    private final EmbeddedEventStore store;
    private final Transactions transactions;

    FactLoad(EventStorageEngine engine, Transactions transactions) {
        this.store = EmbeddedEventStore.builder().storageEngine(engine).build();
        this.transactions = transactions;
    }

    void publish(int facts, int perTransaction, int threads) throws Exception {
        Parallel.run(
                threads,
                facts / perTransaction,
                transaction -> transactions.publish(store, facts(perTransaction)));
        store.shutDown();
    }

    private static List<EventMessage<?>> facts(int count) {
        List<EventMessage<?>> facts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            facts.add(
                    GenericEventMessage.asEventMessage(new LoginSucceeded(new UUID(0, i), LOGIN)));
        }
        return facts;
    }
}
