package io.tallystick.effects.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Which deliveries are tried by whom. A lease ends by the clock of the database, so what a killed
/// node had taken is tried again by another.
@Repository
class DeliveryLeases {

    /// Longer than any attempt takes.
    static final Duration LEASE = Duration.ofSeconds(60);

    /// What is true of a delivery that somebody may take.
    private static final String DUE =
            "state = 'pending' and next_attempt_at <= now() and (lease_until is null or lease_until <= now())";

    /// It locks what it chose and looks again, because another may have taken it meanwhile.
    private static final String TAKE =
            """
            with due as (
              select delivery.tenant_id, delivery.delivery_id
              from work.webhook_delivery delivery
              where (delivery.tenant_id, delivery.delivery_id) in (%s) and delivery.%s
              for update skip locked)
            update work.webhook_delivery delivery
            set lease = :lease, lease_until = now() + make_interval(secs => :seconds)
            from due join work.webhook_endpoint endpoint using (tenant_id)
            where delivery.tenant_id = due.tenant_id and delivery.delivery_id = due.delivery_id
              and endpoint.endpoint_id = delivery.endpoint_id
              and endpoint.state = 'enabled' and endpoint.given_up is null
            returning delivery.tenant_id, delivery.endpoint_id, delivery.delivery_id, delivery.lease, delivery.event_id,
              endpoint.url, delivery.body, delivery.failures, now() as at,
              (select array_agg(signing.secret order by signing.number desc) from work.webhook_secret signing
               where signing.tenant_id = delivery.tenant_id and signing.endpoint_id = delivery.endpoint_id
                 and (signing.ends_at is null or signing.ends_at > now())) as secrets
            """;

    private static final String ONE_OF_EACH_ENDPOINT =
            """
            select tenant_id, delivery_id from (
              select distinct on (tenant_id, endpoint_id) tenant_id, delivery_id, next_attempt_at
              from work.webhook_delivery
              where %s and endpoint_id <> all(cast(:busy as uuid[]))
              order by tenant_id, endpoint_id, next_attempt_at, delivery_id) first
            order by next_attempt_at limit :limit
            """
                    .formatted(DUE);

    private static final String OF_ONE_ENDPOINT =
            """
            select tenant_id, delivery_id from work.webhook_delivery
            where tenant_id = :tenant and endpoint_id = :endpoint and %s
            order by next_attempt_at, delivery_id limit 1
            """
                    .formatted(DUE);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    DeliveryLeases(JdbcClient jdbc, PlatformTransactionManager transactionManager) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    /// What is due, of each endpoint one at most.
    ///
    /// @param busy endpoints that this node is at already
    List<Lease> take(Collection<UUID> busy, int limit) {
        return jdbc.sql(TAKE.formatted(ONE_OF_EACH_ENDPOINT, DUE))
                .param("busy", busy.stream().map(UUID::toString).toArray(String[]::new))
                .param("limit", limit)
                .param("lease", UUID.randomUUID())
                .param("seconds", LEASE.toSeconds())
                .query(DeliveryLeases::read)
                .list();
    }

    /// The next that is due of the same endpoint.
    Optional<Lease> takeAnother(Lease before) {
        return jdbc.sql(TAKE.formatted(OF_ONE_ENDPOINT, DUE))
                .param("tenant", before.tenantId())
                .param("endpoint", before.endpointId())
                .param("lease", UUID.randomUUID())
                .param("seconds", LEASE.toSeconds())
                .query(DeliveryLeases::read)
                .optional();
    }

    private static Lease read(ResultSet row, int number) throws SQLException {
        return new Lease(
                row.getObject("tenant_id", UUID.class),
                row.getObject("endpoint_id", UUID.class),
                row.getObject("delivery_id", UUID.class),
                row.getObject("lease", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getString("url"),
                row.getString("body"),
                row.getInt("failures"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                List.of((String[]) row.getArray("secrets").getArray()));
    }

    /// It has arrived.
    void delivered(Lease lease, Attempt attempt) {
        transactions.executeWithoutResult(_ -> {
            lockEndpoint(lease);
            if (end(lease, attempt, "delivered", null)) {
                jdbc.sql(
                                """
                                update work.webhook_endpoint set delivered_at = now()
                                where tenant_id = :tenant and endpoint_id = :endpoint
                                """)
                        .param("tenant", lease.tenantId())
                        .param("endpoint", lease.endpointId())
                        .update();
            }
        });
    }

    /// It has not arrived, and is tried again later.
    void failed(Lease lease, Attempt attempt, Duration rest) {
        end(lease, attempt, "pending", rest);
    }

    /// It has not arrived, and nobody tries it any more. Neither is anything else tried of the
    /// endpoint: at once where it said that it is gone, else where it took nothing in all the time
    /// since the first of these attempts failed.
    void givenUp(Lease lease, Attempt attempt) {
        transactions.executeWithoutResult(_ -> {
            lockEndpoint(lease);
            if (end(lease, attempt, "failed", null)) {
                jdbc.sql(
                                """
                                update work.webhook_endpoint endpoint
                                set given_up = :reason, given_up_at = now()
                                from work.webhook_delivery delivery
                                where endpoint.tenant_id = :tenant and endpoint.endpoint_id = :endpoint
                                  and delivery.tenant_id = :tenant and delivery.delivery_id = :delivery
                                  and endpoint.state = 'enabled' and endpoint.given_up is null
                                  and (:gone or endpoint.delivered_at is null or endpoint.delivered_at < delivery.failing_since)
                                """)
                        .param("reason", attempt.isGone() ? "gone" : "failing")
                        .param("gone", attempt.isGone())
                        .param("tenant", lease.tenantId())
                        .param("endpoint", lease.endpointId())
                        .param("delivery", lease.deliveryId())
                        .update();
            }
        });
    }

    /// Everybody locks the endpoint before its deliveries, so that nobody waits in a circle.
    private void lockEndpoint(Lease lease) {
        jdbc.sql(
                        """
                        select 1 from work.webhook_endpoint
                        where tenant_id = :tenant and endpoint_id = :endpoint for no key update
                        """)
                .param("tenant", lease.tenantId())
                .param("endpoint", lease.endpointId())
                .query(Integer.class)
                .optional();
    }

    /// @return false where the lease was lost: somebody else says how it ended
    private boolean end(Lease lease, Attempt attempt, String state, @Nullable Duration rest) {
        boolean delivered = state.equals("delivered");
        return jdbc.sql(
                                """
                                update work.webhook_delivery
                                set state = :state, attempts = attempts + 1,
                                  failures = case when :delivered then 0 else failures + 1 end,
                                  failing_since = case when :delivered then null else coalesce(failing_since, now()) end,
                                  next_attempt_at = now() + make_interval(secs => cast(:seconds as double precision)),
                                  lease = null, lease_until = null, attempted_at = now(), status = :status,
                                  duration_milliseconds = :duration, error = :error, answer = :answer
                                where tenant_id = :tenant and delivery_id = :delivery and lease = :lease
                                """)
                        .param("state", state)
                        .param("delivered", delivered)
                        .param("seconds", rest == null ? null : rest.toSeconds(), Types.BIGINT)
                        .param("status", attempt.status(), Types.INTEGER)
                        .param("duration", attempt.duration().toMillis())
                        .param("error", attempt.error(), Types.VARCHAR)
                        .param("answer", attempt.answer(), Types.VARCHAR)
                        .param("tenant", lease.tenantId())
                        .param("delivery", lease.deliveryId())
                        .param("lease", lease.leaseId())
                        .update()
                == 1;
    }
}
