package io.tallystick.portal.webhooks;

import io.tallystick.command.webhooks.WebhookType;
import io.tallystick.edge.lookup.WebhookDeliveries.Delivery;
import io.tallystick.edge.lookup.WebhookEndpoints.Endpoint;
import io.tallystick.edge.wall.ShownWebhooks;
import io.tallystick.portal.usage.CustomerPlace;
import io.tallystick.query.page.Cursor;
import io.tallystick.query.webhooks.WebhookEndpointId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// Shows the webhook endpoints of a customer, and one of them with what was delivered to it.
@Component
final class WebhookViews {

    static final String BELOW = "/webhooks";

    private static final int DELIVERIES_MAX = 50;

    private final ShownWebhooks webhooks;

    WebhookViews(ShownWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    String all(CustomerPlace place, Model model) {
        common(place, model);
        model.addAttribute("types", List.of(WebhookType.values()));
        model.addAttribute(
                "endpoints",
                webhooks.endpoints(place.sight(), place.customerId()).stream()
                        .map(WebhookEndpointRow::of)
                        .toList());
        return "webhooks/endpoints";
    }

    String one(CustomerPlace place, String id, @Nullable String cursor, Model model) {
        Endpoint endpoint = WebhookEndpointId.find(webhooks, place.sight(), place.customerId(), id);
        UUID before = cursor == null ? null : Cursor.id(cursor);
        List<Delivery> found =
                webhooks.deliveries(
                        place.sight(),
                        place.customerId(),
                        endpoint.endpointId(),
                        before,
                        DELIVERIES_MAX + 1);
        common(place, model);
        model.addAttribute("endpoint", WebhookEndpointRow.of(endpoint));
        model.addAttribute(
                "deliveries",
                found.stream().limit(DELIVERIES_MAX).map(WebhookDeliveryRow::of).toList());
        model.addAttribute(
                "next",
                found.size() > DELIVERIES_MAX
                        ? place.at(
                                BELOW + "/" + endpoint.endpointId(),
                                "cursor",
                                Cursor.of(found.get(DELIVERIES_MAX - 1).deliveryId().toString()))
                        : null);
        return "webhooks/endpoint";
    }

    private static void common(CustomerPlace place, Model model) {
        model.addAttribute("place", place);
        model.addAttribute("sidebar", place.sidebar());
    }
}
