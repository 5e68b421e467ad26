package io.tallystick.projections.generation;

import static io.tallystick.readmodel.Tables.PROJECTION_GENERATION;
import static io.tallystick.readmodel.Tables.TOKEN_ENTRY;

import io.tallystick.projections.Projection;
import io.tallystick.projections.generation.Generation.State;
import java.util.Objects;
import org.axonframework.common.transaction.TransactionManager;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/// Deletes what nobody reads any more, a little at a time. The tokens go first: a node that still
/// runs the generation fails to store its token from then on, and its rows are rolled back.
final class Discard {

    private static final int ROWS_MAX = 10_000;

    private final DSLContext sql;
    private final TransactionManager transactions;

    Discard(DSLContext sql, TransactionManager transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /// @return whether there may be more to delete
    boolean some(Projection projection, Generation generation) {
        transactions.executeInTransaction(() ->
                sql.deleteFrom(TOKEN_ENTRY)
                        .where(TOKEN_ENTRY.PROCESSOR_NAME.eq(generation.processorName()))
                        .execute());
        boolean more = false;
        for (Table<?> table : projection.tables()) {
            more |= rows(table, generation) == ROWS_MAX;
        }
        if (!more) {
            done(generation);
        }
        return more;
    }

    private int rows(Table<?> table, Generation generation) {
        Field<Integer> number =
                Objects.requireNonNull(
                        table.field(PROJECTION_GENERATION.GENERATION), table::getName);
        return transactions.fetchInTransaction(() ->
                sql.deleteFrom(table)
                        .where(number.eq(generation.number()))
                        .limit(ROWS_MAX)
                        .execute());
    }

    private void done(Generation generation) {
        transactions.executeInTransaction(() ->
                sql.update(PROJECTION_GENERATION)
                        .set(PROJECTION_GENERATION.STATE, State.DISCARDED.column())
                        .where(PROJECTION_GENERATION.PROCESSOR_NAME.eq(generation.processorName()))
                        .execute());
    }
}
