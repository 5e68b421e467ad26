package io.tallystick.eventstore.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A validated usage event on its way into the log.
///
/// @param measure base units of the type (seconds, segments, recipients, bytes); null for free
///   types
/// @param data the JSON that was sent, as it was sent
/// @param contentHash tells an unchanged retry from other content under the same id
public record UsageRow(
        UUID tenantId,
        UUID customerId,
        String type,
        String id,
        String source,
        Instant occurredAt,
        @Nullable BigDecimal measure,
        byte @Nullable [] data,
        Hash128 contentHash) {

    /// An event is counted once for ever per tenant, customer, source and id. Time is no part of
    /// it: a retry may carry another one.
    public Hash128 idempotencyKey() {
        return idempotencyKey(new Hasher());
    }

    Hash128 idempotencyKey(Hasher hasher) {
        return hasher.add(tenantId.toString())
                .add(customerId.toString())
                .add(source)
                .add(id)
                .hash();
    }
}
