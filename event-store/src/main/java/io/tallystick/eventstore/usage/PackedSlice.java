package io.tallystick.eventstore.usage;

import java.time.Instant;
import java.util.UUID;

/// Rows of one customer and one day of UTC, ready to be stored.
record PackedSlice(
        int shard,
        UUID tenantId,
        UUID customerId,
        Instant firstAt,
        Instant lastAt,
        int rowCount,
        byte[] rows) {}
