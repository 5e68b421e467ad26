package io.tallystick.projections.usage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is summed together.
///
/// @param bucket start of 15 minutes of UTC
/// @param groupValues in the order of the meter's groups
record RollupKey(
        UUID tenantId,
        String meter,
        UUID customerId,
        Instant bucket,
        List<@Nullable String> groupValues) {}
