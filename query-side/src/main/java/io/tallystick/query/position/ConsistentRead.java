package io.tallystick.query.position;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.wall.Wall;
import java.util.function.BiFunction;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads rows and the position of their projection in one repeatable-read transaction, so that the
/// position is exactly what the answer includes. It is the one way to rows of tenants in
/// projections and in the log: whoever comes in says what may be seen, and PostgreSQL holds the
/// transaction to it. What is shown of look-ups is read through `WorkRead`.
@Component
public final class ConsistentRead {

    private final TransactionTemplate transactions;
    private final DSLContext sql;
    private final TokenTable tokens;

    ConsistentRead(PlatformTransactionManager transactionManager, DSLContext sql) {
        this.transactions = new TransactionTemplate(transactionManager);
        transactions.setReadOnly(true);
        transactions.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        // Joining a caller's transaction would silently give up the isolation.
        transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.sql = sql;
        this.tokens = new TokenTable(sql);
    }

    /// @param sight whose rows there are to see, whatever the query asks for
    /// @param query gets the database and the projection's position
    public <T> T read(Sight sight, String projection, BiFunction<DSLContext, Long, T> query) {
        return read(Wall.around(sight), projection, query);
    }

    /// What concerns the whole installation: partners and dead letters of all tenants.
    ///
    /// @throws ApiProblem 403 for everybody who does not run it
    public <T> T readInstallation(
            Caller caller, String projection, BiFunction<DSLContext, Long, T> query) {
        caller.requireOperator();
        return read(Wall.aroundInstallation(), projection, query);
    }

    private <T> T read(Object[] wall, String projection, BiFunction<DSLContext, Long, T> query) {
        T answer =
                transactions.execute(status -> {
                    sql.fetchSingle(Wall.RAISE, wall);
                    return query.apply(sql, tokens.position(projection));
                });
        return answered(answer);
    }

    private static <T> T answered(@Nullable T answer) {
        if (answer == null) {
            throw new IllegalStateException("a query answered nothing");
        }
        return answer;
    }
}
