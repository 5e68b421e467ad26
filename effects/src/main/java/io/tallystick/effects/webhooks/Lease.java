package io.tallystick.effects.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A delivery that this node tries now, and nobody else.
///
/// @param leaseId whoever says how it ended must still have it
/// @param failures attempts that failed since it was written or sent again by hand
/// @param at when it was leased, by the clock of the database
/// @param secrets what it is signed with, the newest first
record Lease(
        UUID tenantId,
        UUID endpointId,
        UUID deliveryId,
        UUID leaseId,
        UUID eventId,
        String url,
        String body,
        int failures,
        Instant at,
        List<String> secrets) {

    Lease {
        secrets = List.copyOf(secrets);
    }

    WebhookMessage message() {
        return new WebhookMessage(url, eventId.toString(), at, body, secrets);
    }

    @Override
    public String toString() {
        return "Lease[" + deliveryId + "]";
    }
}
