package io.tallystick.projections.usage;

import io.tallystick.eventstore.usage.UsageChunk;
import io.tallystick.eventstore.usage.UsageReader;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/// Folds the rows of all chunks of a batch in memory and writes them once, before the batch commits
/// with its token: the upsert is what a projection of usage costs, not the rows.
final class UsageProjector {

    private static final String FOLD = UsageProjector.class.getName() + ".fold";

    private final UsageReader reader;
    private final UsageTables tables;

    UsageProjector(UsageReader reader, UsageTables tables) {
        this.reader = reader;
        this.tables = tables;
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
}
