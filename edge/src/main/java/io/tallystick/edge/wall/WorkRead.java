package io.tallystick.edge.wall;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Sight;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The one way to what a request is shown of the work schema: whoever comes in says what may be
/// seen, and PostgreSQL holds the query to it, as `ConsistentRead` does for projections and the
/// log. What is read is as the last acknowledged command left it.
@Component
public final class WorkRead {

    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;

    /// The transactions must be of the same database, else the wall would stand beside the query.
    WorkRead(PlatformTransactionManager transactionManager, DataSource dataSource) {
        this.transactions = new TransactionTemplate(transactionManager);
        transactions.setReadOnly(true);
        this.jdbc = JdbcClient.create(dataSource);
    }

    /// @param sight whose rows there are to see, whatever the query asks for
    /// @param query gets the database
    /// @throws IllegalStateException inside a transaction: the rest of a command would be a
    ///   reader's, and inside a read there is a wall already
    public <T> T read(Sight sight, Function<JdbcClient, T> query) {
        return read(Wall.around(sight), query);
    }

    /// What concerns the whole installation: what became of the mails of all tenants.
    ///
    /// @throws io.tallystick.edge.problem.ApiProblem 403 for everybody who does not run it
    public <T> T readInstallation(Caller caller, Function<JdbcClient, T> query) {
        caller.requireOperator();
        return read(Wall.aroundInstallation(), query);
    }

    private <T> T read(Object[] wall, Function<JdbcClient, T> query) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("what is shown is read in a transaction of its own");
        }
        return answered(
                transactions.execute(status -> {
                    jdbc.sql(Wall.RAISE).params(wall).query().singleRow();
                    return query.apply(jdbc);
                }));
    }

    private static <T> T answered(@Nullable T answer) {
        if (answer == null) {
            throw new IllegalStateException("a query answered nothing");
        }
        return answer;
    }
}
