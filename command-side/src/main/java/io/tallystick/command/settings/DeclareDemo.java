package io.tallystick.command.settings;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// For a customer that comes to be; nobody can send it for one that is there.
record DeclareDemo(@TargetAggregateIdentifier String settingsId, UUID tenantId, UUID customerId) {}
