package io.tallystick.projections.usage;

import io.tallystick.eventstore.usage.GroupValues;
import io.tallystick.eventstore.usage.StoredUsage;
import io.tallystick.eventstore.usage.UsageChunk;
import io.tallystick.eventstore.usage.UsageReader;
import io.tallystick.rating.BuiltInMeters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the chunks of a batch at once and writes what they come to before the batch commits with
/// its token. Of a slice without blocked calls no row is made.
final class BlockedCallsProjector {

    private static final Logger LOG = LoggerFactory.getLogger(BlockedCallsProjector.class);
    private static final String CHUNKS = BlockedCallsProjector.class.getName() + ".chunks";
    private static final GroupValues FROM = GroupValues.of(List.of("from"));

    private final UsageReader reader;
    private final BlockedCallRows rows;

    BlockedCallsProjector(UsageReader reader, BlockedCallRows rows) {
        this.reader = reader;
        this.rows = rows;
    }

    /// Calls of one caller that came in the same moment are one row.
    record Call(UUID tenantId, UUID customerId, String caller, Instant at) {}

    @EventHandler
    void on(UsageChunk chunk, UnitOfWork<?> unitOfWork) {
        UnitOfWork<?> batch = unitOfWork.root();
        List<UsageChunk> chunks =
                batch.getOrComputeResource(CHUNKS, absent -> writtenOnCommit(batch));
        chunks.add(chunk);
    }

    private List<UsageChunk> writtenOnCommit(UnitOfWork<?> batch) {
        List<UsageChunk> chunks = new ArrayList<>();
        batch.onPrepareCommit(unit -> rows.add(counted(chunks)));
        return chunks;
    }

    private Map<Call, Long> counted(List<UsageChunk> chunks) {
        Map<Call, Long> calls = new TreeMap<>(BlockedCallRows.ORDER);
        reader.forEachSlice(
                chunks,
                shard -> true,
                slice -> slice.forEachRow(BuiltInMeters.VOICE_BLOCKED, row -> count(row, calls)));
        return calls;
    }

    /// A row that cannot be read names no caller: it is told of and left out, so that those behind
    /// it are counted.
    private static void count(StoredUsage row, Map<Call, Long> calls) {
        try {
            count(FROM.read(row.data()).getFirst(), row, calls);
        } catch (RuntimeException e) {
            LOG.error(
                    "The blocked call at position {}, ordinal {} could not be read",
                    row.ref().position(),
                    row.ref().ordinal(),
                    e);
        }
    }

    /// Whoever shows no number can be no blocked caller.
    private static void count(@Nullable String from, StoredUsage row, Map<Call, Long> calls) {
        Dialled.of(from)
                .ifPresent(caller ->
                        calls.merge(
                                new Call(
                                        row.tenantId(), row.customerId(), caller, row.occurredAt()),
                                1L,
                                Long::sum));
    }
}
