package io.tallystick.projections.usage;

import io.tallystick.eventstore.usage.EventRef;
import io.tallystick.eventstore.usage.StoredUsage;
import io.tallystick.rating.BuiltInMeters;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/// One event of a level: a measurement of it or a change.
record LevelStep(
        UUID tenantId,
        String meter,
        UUID customerId,
        String source,
        Instant occurredAt,
        EventRef ref,
        boolean absolute,
        BigDecimal baseUnits) {

    static final Comparator<LevelStep> ORDER =
            Comparator.comparing(LevelStep::tenantId)
                    .thenComparing(LevelStep::meter)
                    .thenComparing(LevelStep::customerId)
                    .thenComparing(LevelStep::source)
                    .thenComparing(LevelStep::occurredAt);

    static LevelStep of(StoredUsage row, String meter, BigDecimal baseUnits) {
        return new LevelStep(
                row.tenantId(),
                meter,
                row.customerId(),
                row.source(),
                row.occurredAt(),
                row.ref(),
                row.type().equals(BuiltInMeters.STORAGE_MEASURED),
                baseUnits);
    }
}
