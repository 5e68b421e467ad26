package io.tallystick.query.webhooks;

import io.tallystick.edge.lookup.WebhookDeliveries.Delivery;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that an endpoint was to be told, and what became of it.
///
/// @param id made by the server
/// @param webhookId what it is sent under, the same with every attempt
/// @param type of what it tells
/// @param createdAt when that happened
/// @param state `pending`, `delivered`, `failed` after the last attempt, `cancelled` where the
///   endpoint was disabled before
/// @param attempts how often it was tried
/// @param nextAttemptAt when it is tried next, null where nobody does
/// @param attemptedAt when it was tried last, null for never
/// @param status of the last answer, null where there was none
/// @param durationMilliseconds how long the last attempt took, null before there was one
/// @param error why there was no answer: `address_not_allowed`, `host_unknown`, `connect_failed`,
///   `tls_failed`, `timeout`, `connection_broken`, `too_many_pending`; null where there was one
/// @param answer the beginning of the last answer's body, 1,024 characters at most
public record WebhookDeliveryItem(
        UUID id,
        UUID webhookId,
        String type,
        Instant createdAt,
        String state,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant attemptedAt,
        @Nullable Integer status,
        @Nullable Integer durationMilliseconds,
        @Nullable String error,
        @Nullable String answer) {

    public static WebhookDeliveryItem of(Delivery delivery) {
        return new WebhookDeliveryItem(
                delivery.deliveryId(),
                delivery.eventId(),
                delivery.type(),
                delivery.createdAt(),
                delivery.state(),
                delivery.attempts(),
                delivery.nextAttemptAt(),
                delivery.attemptedAt(),
                delivery.status(),
                delivery.durationMilliseconds(),
                delivery.error(),
                delivery.answer());
    }
}
