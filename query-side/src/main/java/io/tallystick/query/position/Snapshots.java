package io.tallystick.query.position;

import java.util.function.BiFunction;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads rows and the position of their projection in one repeatable-read transaction, so that the
/// position is exactly what the answer includes.
@Component
public final class Snapshots {

    private final TransactionTemplate transactions;
    private final DSLContext sql;
    private final TokenTable tokens;

    Snapshots(PlatformTransactionManager transactionManager, DSLContext sql) {
        this.transactions = new TransactionTemplate(transactionManager);
        transactions.setReadOnly(true);
        transactions.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        // Joining a caller's transaction would silently give up the isolation.
        transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.sql = sql;
        this.tokens = new TokenTable(sql);
    }

    /// @param query gets the database and the projection's position
    public <T> T read(String projection, BiFunction<DSLContext, Long, T> query) {
        T answer = transactions.execute(status -> query.apply(sql, tokens.position(projection)));
        return answered(answer);
    }

    private static <T> T answered(@Nullable T answer) {
        if (answer == null) {
            throw new IllegalStateException("a query answered nothing");
        }
        return answer;
    }
}
