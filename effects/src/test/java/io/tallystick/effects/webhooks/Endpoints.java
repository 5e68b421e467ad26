package io.tallystick.effects.webhooks;

import io.tallystick.edge.webhook.WebhookSecret;
import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.testing.TestDatabase.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/// Endpoints and deliveries on a database of their own.
final class Endpoints implements AutoCloseable {

    private static final UUID TENANT = UUID.randomUUID();
    private static final UUID CUSTOMER = UUID.randomUUID();

    private final TestDatabase database = TestDatabase.with(Schema.EVENT_LOG, Schema.WORK);
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

    Endpoints() {
        jdbc.sql(
                        "insert into work.partner (tenant_id, key, name) values (?, 'webhooks', 'Webhooks')")
                .param(TENANT)
                .update();
        jdbc.sql(
                        """
                        insert into work.customer (tenant_id, customer_id, key, time_zone, currency, country)
                        values (?, ?, 'webhooks', 'UTC', 'USD', 'US')
                        """)
                .params(TENANT, CUSTOMER)
                .update();
    }

    /// What is known of a delivery.
    record Row(
            String state,
            int attempts,
            int failures,
            @Nullable Integer status,
            @Nullable String error) {}

    DeliveryLeases leases() {
        return new DeliveryLeases(jdbc, new DataSourceTransactionManager(database.dataSource()));
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    UUID endpoint(String url, String secret) {
        UUID endpoint = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into work.webhook_endpoint
                          (tenant_id, customer_id, endpoint_id, url, types, created_at, state)
                        values (?, ?, ?, ?, '{credits.low}', now(), 'enabled')
                        """)
                .params(TENANT, CUSTOMER, endpoint, url)
                .update();
        secret(endpoint, 1, secret, "null");
        return endpoint;
    }

    UUID endpoint(String url) {
        return endpoint(url, WebhookSecret.generate());
    }

    /// @param endsAt in SQL
    void secret(UUID endpoint, int number, String secret, String endsAt) {
        jdbc.sql(
                        "insert into work.webhook_secret (tenant_id, customer_id, endpoint_id, number, secret, ends_at) values (?, ?, ?, ?, ?, "
                                + endsAt
                                + ")")
                .params(TENANT, CUSTOMER, endpoint, number, secret)
                .update();
    }

    UUID delivery(UUID endpoint) {
        UUID delivery = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into work.webhook_delivery
                          (tenant_id, customer_id, endpoint_id, delivery_id, event_id, type, body, created_at, state,
                           next_attempt_at)
                        values (?, ?, ?, ?, ?, 'credits.low', '{}', now(), 'pending', now())
                        """)
                .params(TENANT, CUSTOMER, endpoint, delivery, UUID.randomUUID())
                .update();
        return delivery;
    }

    Row row(UUID delivery) {
        return jdbc.sql(
                        """
                        select state, attempts, failures, status, error from work.webhook_delivery
                        where delivery_id = ?
                        """)
                .param(delivery)
                .query(Row.class)
                .single();
    }

    /// Nobody can wait for hours.
    void isDue(UUID delivery) {
        change("next_attempt_at = now()", delivery);
    }

    void change(String what, UUID delivery) {
        jdbc.sql("update work.webhook_delivery set " + what + " where delivery_id = ?")
                .param(delivery)
                .update();
    }

    /// Seconds until it is tried again.
    long rest(UUID delivery) {
        return jdbc.sql(
                        """
                        select round(extract(epoch from next_attempt_at - attempted_at)) from work.webhook_delivery
                        where delivery_id = ?
                        """)
                .param(delivery)
                .query(Long.class)
                .single();
    }

    String givenUp(UUID endpoint) {
        return jdbc.sql(
                        "select coalesce(given_up, 'no') from work.webhook_endpoint where endpoint_id = ?")
                .param(endpoint)
                .query(String.class)
                .single();
    }

    List<String> states() {
        return jdbc.sql("select distinct state from work.webhook_delivery order by state")
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }

    @Override
    public void close() {
        database.close();
    }
}
