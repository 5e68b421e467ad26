package io.tallystick.eventstore.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A usage event as the log keeps it.
public record StoredUsage(
        EventRef ref,
        UUID tenantId,
        UUID customerId,
        String type,
        String id,
        String source,
        Instant occurredAt,
        @Nullable BigDecimal measure,
        byte @Nullable [] data) {}
