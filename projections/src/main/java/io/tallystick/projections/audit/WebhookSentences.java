package io.tallystick.projections.audit;

import static io.tallystick.events.audit.LogType.INTEGRATION;

import io.tallystick.events.webhooks.WebhookEvent;
import io.tallystick.events.webhooks.WebhookEvent.WebhookDeliveryResent;
import io.tallystick.events.webhooks.WebhookEvent.WebhookEndpointAdded;
import io.tallystick.events.webhooks.WebhookEvent.WebhookEndpointChanged;
import io.tallystick.events.webhooks.WebhookEvent.WebhookEndpointDisabled;
import io.tallystick.events.webhooks.WebhookEvent.WebhookEndpointRemoved;
import io.tallystick.events.webhooks.WebhookEvent.WebhookSecretRotated;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells of other systems that are told something.
final class WebhookSentences {

    private WebhookSentences() {}

    static Story of(WebhookEvent event) {
        Story story =
                Story.about(
                        INTEGRATION,
                        event.partnerId(),
                        event.customerId(),
                        "webhook_endpoint",
                        event.endpointId());
        return switch (event) {
            case WebhookEndpointAdded added ->
                    endpoint(story, added.url(), added.types(), added.description())
                            .set("enabled", true)
                            .says(
                                    "The webhook endpoint %s was added for %s."
                                            .formatted(
                                                    added.url(), String.join(", ", added.types())));
            case WebhookEndpointChanged changed ->
                    endpoint(story, changed.url(), changed.types(), changed.description())
                            .set("enabled", changed.enabled())
                            .says(
                                    changed.enabled()
                                            ? "The webhook endpoint %s is told of %s."
                                                    .formatted(
                                                            changed.url(),
                                                            String.join(", ", changed.types()))
                                            : "The webhook endpoint %s is told nothing."
                                                    .formatted(changed.url()));
            case WebhookSecretRotated rotated ->
                    story.set("previousEndsAt", rotated.previousEndsAt().toString())
                            .says(it ->
                                    "The webhook endpoint %s has a new secret; the one before ends at %s."
                                            .formatted(it.label(), rotated.previousEndsAt()));
            case WebhookEndpointDisabled disabled ->
                    story.set("enabled", false)
                            .set("disabledReason", disabled.reason())
                            .says(it -> disabledSentence(it.label(), disabled.reason()));
            case WebhookEndpointRemoved _ ->
                    story.ending()
                            .says(it ->
                                    "The webhook endpoint %s was removed.".formatted(it.label()));
            case WebhookDeliveryResent resent ->
                    story.set("resent", resent.deliveryId().toString())
                            .says(it ->
                                    "The delivery %s is sent to %s again."
                                            .formatted(resent.deliveryId(), it.label()));
        };
    }

    private static Story endpoint(
            Story story, String url, List<String> types, @Nullable String description) {
        return story.called(url)
                .set("url", url)
                .set("types", String.join(", ", types))
                .set("description", description);
    }

    private static String disabledSentence(String url, String reason) {
        return reason.equals("gone")
                ? "The webhook endpoint %s said that it is gone, and is told nothing."
                        .formatted(url)
                : "The webhook endpoint %s took nothing for long, and is told nothing."
                        .formatted(url);
    }
}
