package io.tallystick.eventstore;

import java.sql.SQLException;
import java.util.function.Consumer;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/// A unit of work with a transaction, as Axon runs one around a command or a batch of events.
final class Work {

    private final TestLog log;

    Work(TestLog log) {
        this.log = log;
    }

    void run(Consumer<UnitOfWork<?>> content) {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(Facts.fact("command"));
        try {
            unit.attachTransaction(log);
            content.accept(unit);
        } catch (RuntimeException e) {
            unit.rollback(e);
            throw e;
        }
        unit.commit();
    }

    /// A statement in the unit's transaction.
    void execute(String sql) {
        try (var connection = log.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
