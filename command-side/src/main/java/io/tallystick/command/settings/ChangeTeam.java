package io.tallystick.command.settings;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/// @param version what the client has seen
/// @param enabled null leaves it as it is
/// @param max null leaves it as it is
record ChangeTeam(
        @TargetAggregateIdentifier String settingsId,
        UUID tenantId,
        UUID customerId,
        long version,
        @Nullable Boolean enabled,
        @Nullable Max max) {

    /// @param people null for no limit
    record Max(@Nullable Integer people) {}
}
