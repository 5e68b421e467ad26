package io.tallystick.command.access;

import io.tallystick.edge.lookup.Customers;
import io.tallystick.edge.lookup.Partners;
import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.testing.TestDatabase.Schema;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The real look-ups on a database of their own.
final class LookUps implements AutoCloseable {

    private final TestDatabase database = TestDatabase.with(Schema.EVENT_LOG, Schema.WORK);
    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();

    LookUps() {
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database.dataSource()));
        context.register(Customers.class, Partners.class);
        context.refresh();
    }

    Customers customers() {
        return context.getBean(Customers.class);
    }

    Partners partners() {
        return context.getBean(Partners.class);
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
