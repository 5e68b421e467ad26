package io.tallystick.command.access;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/// Null leaves a detail as it is; an empty e-mail removes it.
record ChangeCustomerDetails(
        @TargetAggregateIdentifier UUID customerId,
        @Nullable String name,
        @Nullable String timeZone,
        @Nullable String currency,
        @Nullable String country,
        @Nullable String email) {}
