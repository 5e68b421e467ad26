package io.tallystick.command.credits;

import java.util.UUID;

/// Ends a hold that pays for nothing.
record ReleaseHold(UUID tenantId, UUID customerId, UUID holdId) {}
