package io.tallystick.projections.usage;

import io.tallystick.eventstore.usage.UsageChunk;
import io.tallystick.eventstore.usage.UsageReader;
import io.tallystick.projections.Share;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/// Reads the rows of all chunks of a batch at once, folds them in memory and writes them once,
/// before the batch commits with its token: the upsert is what a projection of usage costs, not the
/// rows. A segment takes the shards that are its own and never sees the others' rows.
final class UsageProjector {

    private static final String CHUNKS = UsageProjector.class.getName() + ".chunks";

    private final UsageReader reader;
    private final UsageTables tables;

    UsageProjector(UsageReader reader, UsageTables tables) {
        this.reader = reader;
        this.tables = tables;
    }

    @EventHandler
    void on(UsageChunk chunk, UnitOfWork<?> unitOfWork) {
        UnitOfWork<?> batch = unitOfWork.root();
        List<UsageChunk> chunks =
                batch.getOrComputeResource(CHUNKS, absent -> writtenOnCommit(batch));
        chunks.add(chunk);
    }

    private List<UsageChunk> writtenOnCommit(UnitOfWork<?> batch) {
        List<UsageChunk> chunks = new ArrayList<>();
        Segment share = Share.of(batch);
        batch.onPrepareCommit(unit -> write(chunks, share));
        return chunks;
    }

    private void write(List<UsageChunk> chunks, Segment share) {
        var fold = new UsageFold();
        reader.forEachSlice(chunks, share::matches, slice -> slice.forEachRow(fold::add));
        tables.write(fold);
    }
}
