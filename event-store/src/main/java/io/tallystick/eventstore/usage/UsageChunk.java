package io.tallystick.eventstore.usage;

import io.tallystick.events.EventName;
import java.util.List;

/// The one message that stands for all usage rows of one commit. It carries a reference only: Axon
/// and its buffers may hold thousands of chunks, and rows are read when a projection asks for them.
/// It is never stored: the entry's columns say all of it.
///
/// @param number under which the rows are kept
/// @param shardRows how many rows each shard of customers has in it, so that a reader of some
///   shards knows without a look whether the chunk concerns it
@EventName("usage.Chunk")
public record UsageChunk(long position, long number, List<Integer> shardRows) {

    public int rows() {
        return shardRows.stream().mapToInt(Integer::intValue).sum();
    }
}
