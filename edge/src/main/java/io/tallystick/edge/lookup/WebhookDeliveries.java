package io.tallystick.edge.lookup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is to be delivered to webhook endpoints, and what became of it.
@Repository
public class WebhookDeliveries {

    /// What there is to know of a delivery.
    public static final String COLUMNS =
            """
            delivery_id, event_id, type, created_at, state, attempts, next_attempt_at, attempted_at, status,
              duration_milliseconds, error, answer
            """;

    /// Of one endpoint. An endpoint that takes nothing is not to fill the disk.
    public static final int PENDING_MAX = 10_000;

    /// What is older is forgotten, and is not written again.
    private static final int KEPT_DAYS = 30;

    private static final int FORGOTTEN_AT_ONCE = 100;

    private final JdbcClient jdbc;

    WebhookDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param eventId what receivers tell deliveries of the same thing by
    /// @param state `pending`, `delivered`, `failed` or `cancelled`
    /// @param attempts how often it was tried
    /// @param nextAttemptAt null where nobody tries it any more
    /// @param status of the last answer, null where there was none
    /// @param durationMilliseconds how long the last attempt took, null before there was one
    /// @param error why there was no answer
    /// @param answer the beginning of the last answer's body
    public record Delivery(
            UUID deliveryId,
            UUID eventId,
            String type,
            Instant createdAt,
            String state,
            int attempts,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant attemptedAt,
            @Nullable Integer status,
            @Nullable Integer durationMilliseconds,
            @Nullable String error,
            @Nullable String answer) {

        public static Delivery read(ResultSet row, int ignored) throws SQLException {
            return new Delivery(
                    row.getObject("delivery_id", UUID.class),
                    row.getObject("event_id", UUID.class),
                    row.getString("type"),
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    row.getString("state"),
                    row.getInt("attempts"),
                    Clients.instant(row, "next_attempt_at"),
                    Clients.instant(row, "attempted_at"),
                    row.getObject("status", Integer.class),
                    row.getObject("duration_milliseconds", Integer.class),
                    row.getString("error"),
                    row.getString("answer"));
        }
    }

    /// Something that an endpoint is to be told.
    ///
    /// @param body as it is signed and sent
    public record Notice(UUID deliveryId, UUID eventId, String type, String body, Instant at) {

        @Override
        public String toString() {
            return "Notice[" + deliveryId + ", " + type + "]";
        }
    }

    /// Called in the transaction of the group that follows the log: whatever it does again, one
    /// fact is one delivery to an endpoint. Beside too many that wait it is only listed.
    public void addOnce(Team team, UUID endpointId, Notice notice) {
        jdbc.sql(
                        """
                        with waiting as (
                          select count(*) >= :max as is_full from work.webhook_delivery
                          where tenant_id = :tenant and endpoint_id = :endpoint and state = 'pending')
                        insert into work.webhook_delivery
                          (tenant_id, customer_id, endpoint_id, delivery_id, event_id, type, body, created_at,
                           state, next_attempt_at, error)
                        select :tenant, :customer, :endpoint, :delivery, :event, :type, :body, :createdAt,
                          case when waiting.is_full then 'failed' else 'pending' end,
                          case when waiting.is_full then null else now() end,
                          case when waiting.is_full then 'too_many_pending' end
                        from waiting
                        where cast(:createdAt as timestamptz) > now() - make_interval(days => :days)
                        on conflict (tenant_id, event_id, endpoint_id) do nothing
                        """)
                .param("max", PENDING_MAX)
                .param("tenant", team.tenantId())
                .param("customer", team.customerId())
                .param("endpoint", endpointId)
                .param("delivery", notice.deliveryId())
                .param("event", notice.eventId())
                .param("type", notice.type())
                .param("body", notice.body())
                .param("createdAt", Invitations.time(notice.at()))
                .param("days", KEPT_DAYS)
                .update();
    }

    public Optional<Delivery> find(Team team, UUID endpointId, UUID deliveryId) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + """
                                from work.webhook_delivery
                                where tenant_id = :tenant and customer_id = :customer
                                  and endpoint_id = :endpoint and delivery_id = :delivery
                                """)
                .param("tenant", team.tenantId())
                .param("customer", team.customerId())
                .param("endpoint", endpointId)
                .param("delivery", deliveryId)
                .query(Delivery::read)
                .optional();
    }

    /// Called in the command's transaction: it is tried at once, and as often as a new one. Who
    /// tries it at the moment goes on with it.
    public void resend(UUID tenantId, UUID deliveryId) {
        jdbc.sql(
                        """
                        update work.webhook_delivery
                        set failures = 0, failing_since = null, state = 'pending', next_attempt_at = now()
                        where tenant_id = :tenant and delivery_id = :delivery
                        """)
                .param("tenant", tenantId)
                .param("delivery", deliveryId)
                .update();
    }

    /// Called in the transaction that disables the endpoint.
    public void cancel(UUID tenantId, UUID endpointId) {
        jdbc.sql(
                        """
                        update work.webhook_delivery
                        set state = 'cancelled', next_attempt_at = null, lease = null, lease_until = null
                        where tenant_id = :tenant and endpoint_id = :endpoint and state = 'pending'
                        """)
                .param("tenant", tenantId)
                .param("endpoint", endpointId)
                .update();
    }

    /// Called in the transaction that adds one: forgets some of the endpoint's that are over and
    /// old.
    public void forget(UUID tenantId, UUID endpointId) {
        jdbc.sql(
                        """
                        delete from work.webhook_delivery
                        where (tenant_id, delivery_id) in (
                          select tenant_id, delivery_id from work.webhook_delivery
                          where tenant_id = :tenant and endpoint_id = :endpoint and state <> 'pending'
                            and created_at < now() - make_interval(days => :days)
                          order by delivery_id limit :limit)
                        """)
                .param("tenant", tenantId)
                .param("endpoint", endpointId)
                .param("days", KEPT_DAYS)
                .param("limit", FORGOTTEN_AT_ONCE)
                .update();
    }
}
