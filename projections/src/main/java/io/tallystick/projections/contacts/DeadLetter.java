package io.tallystick.projections.contacts;

import io.tallystick.eventstore.usage.EventRef;
import io.tallystick.eventstore.usage.StoredUsage;
import java.util.UUID;

/// A row that should tell of a contact's number and could not be used, and why. A rebuild tries it
/// again.
record DeadLetter(EventRef ref, UUID tenantId, UUID customerId, String type, String reason) {

    private static final int REASON_CHARACTERS_MAX = 500;

    static DeadLetter of(StoredUsage row, String reason) {
        return new DeadLetter(
                row.ref(),
                row.tenantId(),
                row.customerId(),
                row.type(),
                reason.substring(0, Math.min(reason.length(), REASON_CHARACTERS_MAX)));
    }
}
