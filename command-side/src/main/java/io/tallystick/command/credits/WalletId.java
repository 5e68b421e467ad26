package io.tallystick.command.credits;

import java.util.UUID;

/// The credits of one customer.
record WalletId(UUID tenantId, UUID customerId) {}
