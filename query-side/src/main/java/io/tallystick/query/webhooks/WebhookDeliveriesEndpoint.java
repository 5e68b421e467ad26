package io.tallystick.query.webhooks;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.WebhookDeliveries.Delivery;
import io.tallystick.edge.wall.ShownWebhooks;
import io.tallystick.edge.wall.VisibleCustomers;
import io.tallystick.query.page.Cursor;
import io.tallystick.query.page.Limit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET …/webhook-endpoints/{id}/deliveries` of a customer.
@RestController
class WebhookDeliveriesEndpoint {

    private final VisibleCustomers customers;
    private final ShownWebhooks webhooks;

    WebhookDeliveriesEndpoint(VisibleCustomers customers, ShownWebhooks webhooks) {
        this.customers = customers;
        this.webhooks = webhooks;
    }

    /// What was delivered to a webhook endpoint, or is to be.
    ///
    /// @param items the newest first
    /// @param nextCursor for the next page; null on the last one
    record WebhookDeliveries(List<WebhookDeliveryItem> items, @Nullable String nextCursor) {}

    /// List what was delivered to a webhook endpoint, or is to be, the newest first. Those of the
    /// last 30 days are there. Needs the permission ADMIN.
    ///
    /// Errors: 400 `invalid_request`, 403 `permission_missing`, 404 `customer_not_found` and
    /// `webhook_endpoint_not_found`.
    ///
    /// @param customer the customer's id or key
    /// @param id the endpoint's id
    @GetMapping("/api/v1/customers/{customer}/webhook-endpoints/{id}/deliveries")
    WebhookDeliveries listWebhookDeliveries(
            @PathVariable String customer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        caller.require(Permission.ADMIN);
        UUID customerId = customers.visibleTo(caller, customer).customerId();
        UUID endpoint =
                WebhookEndpointId.find(webhooks, caller.sight(), customerId, id).endpointId();
        int items = Limit.of(limit);
        UUID before = cursor == null ? null : Cursor.id(cursor);
        List<Delivery> found =
                webhooks.deliveries(caller.sight(), customerId, endpoint, before, items + 1);
        List<WebhookDeliveryItem> shown =
                found.stream().limit(items).map(WebhookDeliveryItem::of).toList();
        return new WebhookDeliveries(
                shown, found.size() > items ? Cursor.of(shown.getLast().id().toString()) : null);
    }
}
