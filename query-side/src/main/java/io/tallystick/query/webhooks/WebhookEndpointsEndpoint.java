package io.tallystick.query.webhooks;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.wall.ShownWebhooks;
import io.tallystick.edge.wall.VisibleCustomers;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// `GET …/webhook-endpoints` of a customer. They are read where commands keep them, so that what
/// was acknowledged is there.
@RestController
class WebhookEndpointsEndpoint {

    private final VisibleCustomers customers;
    private final ShownWebhooks webhooks;

    WebhookEndpointsEndpoint(VisibleCustomers customers, ShownWebhooks webhooks) {
        this.customers = customers;
        this.webhooks = webhooks;
    }

    /// The webhook endpoints of a customer.
    ///
    /// @param items all of them, what was added last first
    record WebhookEndpoints(List<WebhookEndpointItem> items) {}

    /// List the webhook endpoints of a customer, 10 at most, as the last command left them. Needs
    /// the permission ADMIN.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found`.
    ///
    /// @param customer the customer's id or key
    @GetMapping("/api/v1/customers/{customer}/webhook-endpoints")
    WebhookEndpoints listWebhookEndpoints(@PathVariable String customer, Caller caller) {
        caller.require(Permission.ADMIN);
        UUID id = customers.visibleTo(caller, customer).customerId();
        return new WebhookEndpoints(
                webhooks.endpoints(caller.sight(), id).stream()
                        .map(WebhookEndpointItem::of)
                        .toList());
    }

    /// Get a webhook endpoint of a customer. Needs the permission ADMIN.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found` and `webhook_endpoint_not_found`.
    ///
    /// @param customer the customer's id or key
    /// @param id the endpoint's id
    @GetMapping("/api/v1/customers/{customer}/webhook-endpoints/{id}")
    WebhookEndpointItem getWebhookEndpoint(
            @PathVariable String customer, @PathVariable String id, Caller caller) {
        caller.require(Permission.ADMIN);
        UUID customerId = customers.visibleTo(caller, customer).customerId();
        return WebhookEndpointItem.of(
                WebhookEndpointId.find(webhooks, caller.sight(), customerId, id));
    }
}
