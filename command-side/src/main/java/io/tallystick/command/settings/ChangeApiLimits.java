package io.tallystick.command.settings;

import io.tallystick.edge.limit.ApiTier;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/// @param version what the client has seen
/// @param tier null leaves it as it is
/// @param requestsPerMinute null leaves it as it is
record ChangeApiLimits(
        @TargetAggregateIdentifier String settingsId,
        UUID tenantId,
        UUID customerId,
        long version,
        @Nullable ApiTier tier,
        @Nullable Integer requestsPerMinute) {}
