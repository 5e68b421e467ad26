package io.tallystick.projections.usage;

import io.tallystick.eventstore.usage.UsageChunk;
import io.tallystick.eventstore.usage.UsageReader;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Folds the rows of all chunks of a batch in memory and writes them once, before the batch commits
/// with its token: the upsert is what a projection of usage costs, not the rows.
@Component
@ProcessingGroup("usage")
final class UsageProjector {

    private static final String FOLD = UsageProjector.class.getName() + ".fold";

    private final UsageReader reader;
    private final UsageTables tables;

    UsageProjector(UsageReader reader, DSLContext sql) {
        this.reader = reader;
        this.tables = new UsageTables(sql);
    }

    @EventHandler
    void on(UsageChunk chunk, UnitOfWork<?> unitOfWork) {
        UnitOfWork<?> batch = unitOfWork.root();
        UsageFold fold = batch.getOrComputeResource(FOLD, absent -> writtenOnCommit(batch));
        reader.forEachRow(chunk, fold::add);
    }

    private UsageFold writtenOnCommit(UnitOfWork<?> batch) {
        var fold = new UsageFold();
        batch.onPrepareCommit(unit -> tables.write(fold));
        return fold;
    }

    /// Lets the token move with every entry; without a handler it is stored only now and then, and
    /// whoever waits for a position waits for it.
    @EventHandler
    void on(Object anythingElse) {}

    @ResetHandler
    void reset() {
        tables.empty();
    }
}
