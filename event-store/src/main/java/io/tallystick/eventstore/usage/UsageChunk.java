package io.tallystick.eventstore.usage;

import io.tallystick.events.EventName;
import java.util.UUID;

/// The one message that stands for all usage rows of one commit. It carries a reference only: Axon
/// and its buffers may hold thousands of chunks, and rows are read when a projection asks for them.
@EventName("usage.Chunk")
public record UsageChunk(UUID chunkId, int rows) {}
