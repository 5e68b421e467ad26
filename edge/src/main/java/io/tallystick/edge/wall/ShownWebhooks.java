package io.tallystick.edge.wall;

import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.lookup.WebhookDeliveries;
import io.tallystick.edge.lookup.WebhookDeliveries.Delivery;
import io.tallystick.edge.lookup.WebhookEndpoints;
import io.tallystick.edge.lookup.WebhookEndpoints.Endpoint;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The webhook endpoints of a customer and what was delivered to them.
@Component
public final class ShownWebhooks {

    /// No id is higher.
    private static final UUID LAST = new UUID(-1, -1);

    private final WorkRead reads;

    ShownWebhooks(WorkRead reads) {
        this.reads = reads;
    }

    /// All of them, what was added last first.
    public List<Endpoint> endpoints(Sight sight, UUID customerId) {
        return reads.read(
                sight,
                jdbc ->
                        jdbc.sql(
                                        "select "
                                                + WebhookEndpoints.COLUMNS
                                                + """
                                                from work.webhook_endpoint
                                                where tenant_id = :tenant and customer_id = :customer
                                                order by endpoint_id desc limit :limit
                                                """)
                                .param("tenant", sight.tenantId())
                                .param("customer", customerId)
                                .param("limit", WebhookEndpoints.OF_A_CUSTOMER_MAX)
                                .query(Endpoint::read)
                                .list());
    }

    public Optional<Endpoint> endpoint(Sight sight, UUID customerId, UUID endpointId) {
        return reads.read(
                sight,
                jdbc ->
                        jdbc.sql(
                                        "select "
                                                + WebhookEndpoints.COLUMNS
                                                + """
                                                from work.webhook_endpoint
                                                where tenant_id = :tenant and customer_id = :customer and endpoint_id = :endpoint
                                                """)
                                .param("tenant", sight.tenantId())
                                .param("customer", customerId)
                                .param("endpoint", endpointId)
                                .query(Endpoint::read)
                                .optional());
    }

    /// The newest first.
    ///
    /// @param before the last of the page before, null for the first page
    public List<Delivery> deliveries(
            Sight sight, UUID customerId, UUID endpointId, @Nullable UUID before, int limit) {
        return reads.read(
                sight,
                jdbc ->
                        jdbc.sql(
                                        "select "
                                                + WebhookDeliveries.COLUMNS
                                                + """
                                                from work.webhook_delivery
                                                where tenant_id = :tenant and customer_id = :customer
                                                  and endpoint_id = :endpoint and delivery_id < :before
                                                order by delivery_id desc limit :limit
                                                """)
                                .param("tenant", sight.tenantId())
                                .param("customer", customerId)
                                .param("endpoint", endpointId)
                                .param("before", before == null ? LAST : before)
                                .param("limit", limit)
                                .query(Delivery::read)
                                .list());
    }
}
