package io.tallystick.effects.webhooks;

import java.time.Instant;
import java.util.List;

/// What is sent to an endpoint.
///
/// @param id what receivers tell deliveries of the same thing by
/// @param at when it is sent
/// @param secrets what it is signed with, the newest first
record WebhookMessage(String url, String id, Instant at, String body, List<String> secrets) {

    WebhookMessage {
        secrets = List.copyOf(secrets);
    }

    String signature() {
        return WebhookSignature.of(secrets, id, at, body);
    }

    @Override
    public String toString() {
        return "WebhookMessage[" + id + "]";
    }
}
