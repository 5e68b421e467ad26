package io.tallystick.projections.usage;

import io.tallystick.events.settings.SettingsEvent.UsageChanged;
import io.tallystick.eventstore.usage.Shard;
import io.tallystick.eventstore.usage.UsageChunk;
import io.tallystick.eventstore.usage.UsageReader;
import io.tallystick.projections.Share;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/// Reads the rows of all chunks of a batch at once, folds them in memory and writes what they come
/// to before the batch commits with its token: the upsert is what a projection of usage costs, not
/// the rows. A fold that has become large is written at once, however many chunks are still to
/// come. A segment takes the shards that are its own and never sees the others' rows. What was set
/// for a customer in the same batch is written at once, and its position says for which rows it
/// holds.
final class UsageProjector {

    private static final String CHUNKS = UsageProjector.class.getName() + ".chunks";

    private final UsageReader reader;
    private final UsageTables tables;
    private final IncrementTable increments;

    UsageProjector(UsageReader reader, UsageTables tables, IncrementTable increments) {
        this.reader = reader;
        this.tables = tables;
        this.increments = increments;
    }

    @EventHandler
    void on(
            UsageChanged event,
            @Timestamp Instant at,
            TrackingToken token,
            UnitOfWork<?> unitOfWork) {
        boolean isMine = Share.of(unitOfWork.root()).matches(Shard.of(event.customerId()));
        if (isMine && changesIncrement(event)) {
            increments.insert(event, token.position().orElseThrow(), at);
        }
    }

    private static boolean changesIncrement(UsageChanged event) {
        return event.before().voiceInitialSeconds() != event.after().voiceInitialSeconds()
                || event.before().voiceStepSeconds() != event.after().voiceStepSeconds();
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
        var fold = new UsageFold(increments.of(share));
        reader.forEachSlice(
                chunks,
                share::matches,
                slice -> {
                    fold.add(slice);
                    if (fold.isFull()) {
                        write(fold);
                    }
                });
        write(fold);
    }

    private void write(UsageFold fold) {
        tables.write(fold);
        fold.clear();
    }
}
