package io.tallystick.edge.lookup;

import com.zaxxer.hikari.HikariDataSource;
import io.tallystick.edge.caller.ApiKeySecret;
import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.testing.TestDatabase.Schema;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The look-ups on a database of their own.
public final class LookUps implements AutoCloseable {

    private final TestDatabase database = TestDatabase.with(Schema.EVENT_LOG, Schema.WORK);
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

    public ApiKeys keys() {
        return new ApiKeys(jdbc);
    }

    public static RecentKeys recent(ApiKeys keys) {
        return new RecentKeys(keys);
    }

    LoginAttempts attempts() {
        return new LoginAttempts(jdbc);
    }

    public Partners partners() {
        return new Partners(jdbc);
    }

    public ApiKeyUses uses() {
        return new ApiKeyUses(jdbc);
    }

    /// A customer that keys can belong to.
    public void customer(UUID tenantId, UUID customerId) {
        customers()
                .reserve(
                        tenantId,
                        new Customers.Customer(
                                customerId, "key of " + customerId, "UTC", "USD", "US"));
    }

    public HikariDataSource dataSource() {
        return database.dataSource();
    }

    public Members members() {
        return new Members(jdbc);
    }

    /// Of an installation that sends nothing.
    public Outbox outbox() {
        return outbox(() -> false);
    }

    Outbox outbox(MailRoute route) {
        return new Outbox(jdbc, route);
    }

    MailQueue mails() {
        return new MailQueue(jdbc);
    }

    public Avatars avatars() {
        return new Avatars(jdbc);
    }

    public CustomerLimits limits() {
        return new CustomerLimits(jdbc);
    }

    public String url() {
        return database.url();
    }

    /// A key of a customer, or of the partner itself.
    public void usedKey(Team team, UUID keyId, Instant at) {
        String scope = team.customerId() == null ? "partner" : "customer";
        keys().reserve(
                        new ApiKeys.ApiKey(
                                team.tenantId(),
                                keyId,
                                scope,
                                team.customerId(),
                                "Used",
                                "tsk",
                                Set.of()),
                        ApiKeySecret.hash("secret of " + keyId));
        jdbc.sql("update work.api_key set last_used_at = :at where key_id = :id")
                .param("at", Invitations.time(at))
                .param("id", keyId)
                .update();
    }

    public Customers customers() {
        return new Customers(jdbc);
    }

    Operators operators() {
        return new Operators(jdbc);
    }

    public void revoke(ApiKeys.ApiKey key) {
        jdbc.sql("update work.api_key set revoked_at = now() where key_id = :id")
                .param("id", key.keyId())
                .update();
    }

    @Override
    public void close() {
        database.close();
    }
}
