package io.tallystick.portal.webhooks;

import io.tallystick.edge.lookup.WebhookDeliveries.Delivery;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A delivery, for people.
///
/// @param result of the last attempt, null before there was one
/// @param next when it is tried next, null where nobody does
record WebhookDeliveryRow(
        UUID id,
        String type,
        String state,
        String createdAt,
        int attempts,
        @Nullable String result,
        @Nullable String next,
        @Nullable String answer) {

    static WebhookDeliveryRow of(Delivery delivery) {
        return new WebhookDeliveryRow(
                delivery.deliveryId(),
                delivery.type(),
                delivery.state(),
                WebhookTime.of(delivery.createdAt()),
                delivery.attempts(),
                result(delivery),
                delivery.nextAttemptAt() == null ? null : WebhookTime.of(delivery.nextAttemptAt()),
                delivery.answer() == null || delivery.answer().isBlank()
                        ? null
                        : delivery.answer());
    }

    private static @Nullable String result(Delivery delivery) {
        String what = delivery.status() != null ? "status " + delivery.status() : delivery.error();
        if (what == null) {
            return null;
        }
        String said = what.replace('_', ' ');
        return delivery.durationMilliseconds() == null
                ? said
                : said + " after %,d ms".formatted(delivery.durationMilliseconds());
    }
}
