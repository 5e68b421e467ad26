package io.tallystick.edge.lookup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Whom other systems of customers are told through, with the secrets that they are told under.
@Repository
public class WebhookEndpoints {

    public static final int OF_A_CUSTOMER_MAX = 10;

    /// How long deliveries are signed with the secret before the newest as well.
    public static final Duration OVERLAP = Duration.ofHours(24);

    /// What there is to know of an endpoint, without the secrets.
    public static final String COLUMNS =
            """
            endpoint_id, url, types, description, created_at, state, disabled_reason
            """;

    private final JdbcClient jdbc;

    WebhookEndpoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param types of what it is told
    /// @param disabledReason `by_hand`, `gone` or `failing`; null while it is told something
    public record Endpoint(
            UUID endpointId,
            String url,
            List<String> types,
            @Nullable String description,
            Instant createdAt,
            @Nullable String disabledReason) {

        public Endpoint {
            types = List.copyOf(types);
        }

        public static Endpoint read(ResultSet row, int ignored) throws SQLException {
            return new Endpoint(
                    row.getObject("endpoint_id", UUID.class),
                    row.getString("url"),
                    List.of((String[]) row.getArray("types").getArray()),
                    row.getString("description"),
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    row.getString("disabled_reason"));
        }

        public boolean isEnabled() {
            return disabledReason == null;
        }
    }

    /// An endpoint that takes nothing any more, as the sender found.
    ///
    /// @param reason `gone` or `failing`
    /// @param at by the clock of the database
    public record GivenUp(Team team, UUID endpointId, String reason, Instant at) {}

    public Optional<Endpoint> find(Team team, UUID endpointId) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + """
                                from work.webhook_endpoint
                                where tenant_id = :tenant and customer_id = :customer and endpoint_id = :endpoint
                                """)
                .param("tenant", team.tenantId())
                .param("customer", team.customerId())
                .param("endpoint", endpointId)
                .query(Endpoint::read)
                .optional();
    }

    /// Called in the transaction of the group that follows the log: from here on it is told. It
    /// never goes back, so another run over the log tells nothing that was before.
    public void isToldAfter(UUID tenantId, UUID endpointId, long position) {
        jdbc.sql(
                        """
                        update work.webhook_endpoint set told_after = greatest(told_after, :position)
                        where tenant_id = :tenant and endpoint_id = :endpoint
                        """)
                .param("position", position)
                .param("tenant", tenantId)
                .param("endpoint", endpointId)
                .update();
    }

    /// Those that are told of something.
    ///
    /// @param position where it is in the log
    public List<UUID> toldOf(Team team, String type, long position) {
        return jdbc.sql(
                        """
                        select endpoint_id from work.webhook_endpoint
                        where tenant_id = :tenant and customer_id = :customer
                          and state = 'enabled' and given_up is null and :type = any(types)
                          and told_after < :position
                        order by endpoint_id
                        """)
                .param("tenant", team.tenantId())
                .param("customer", team.customerId())
                .param("type", type)
                .param("position", position)
                .query((row, number) -> row.getObject("endpoint_id", UUID.class))
                .list();
    }

    /// In a command's transaction the customer is locked before.
    public int count(Team team) {
        return jdbc.sql(
                        """
                        select count(*) from work.webhook_endpoint
                        where tenant_id = :tenant and customer_id = :customer
                        """)
                .param("tenant", team.tenantId())
                .param("customer", team.customerId())
                .query(Integer.class)
                .single();
    }

    /// Called in the command's transaction.
    public void add(Team team, Endpoint endpoint, String secret) {
        jdbc.sql(
                        """
                        insert into work.webhook_endpoint
                          (tenant_id, customer_id, endpoint_id, url, types, description, created_at, state)
                        values (:tenant, :customer, :endpoint, :url, :types, :description, :createdAt, 'enabled')
                        """)
                .param("tenant", team.tenantId())
                .param("customer", team.customerId())
                .param("endpoint", endpoint.endpointId())
                .param("url", endpoint.url())
                .param("types", endpoint.types().toArray(String[]::new))
                .param("description", endpoint.description(), Types.VARCHAR)
                .param("createdAt", Invitations.time(endpoint.createdAt()))
                .update();
        addSecret(team, endpoint.endpointId(), 1, secret);
    }

    private void addSecret(Team team, UUID endpointId, int number, String secret) {
        jdbc.sql(
                        """
                        insert into work.webhook_secret (tenant_id, customer_id, endpoint_id, number, secret)
                        values (:tenant, :customer, :endpoint, :number, :secret)
                        """)
                .param("tenant", team.tenantId())
                .param("customer", team.customerId())
                .param("endpoint", endpointId)
                .param("number", number)
                .param("secret", secret)
                .update();
    }

    /// Called in the command's transaction. What is disabled already is not given up as well.
    public void change(Team team, Endpoint endpoint) {
        jdbc.sql(
                        """
                        update work.webhook_endpoint
                        set url = :url, types = :types, description = :description, disabled_reason = :reason,
                          state = case when cast(:reason as text) is null then 'enabled' else 'disabled' end,
                          given_up = case when cast(:reason as text) is null then given_up end,
                          given_up_at = case when cast(:reason as text) is null then given_up_at end
                        where tenant_id = :tenant and endpoint_id = :endpoint
                        """)
                .param("url", endpoint.url())
                .param("types", endpoint.types().toArray(String[]::new))
                .param("description", endpoint.description(), Types.VARCHAR)
                .param("reason", endpoint.disabledReason(), Types.VARCHAR)
                .param("tenant", team.tenantId())
                .param("endpoint", endpoint.endpointId())
                .update();
    }

    /// Called in the command's transaction, with the customer locked. The secret before holds on
    /// for a while, and those before that no more: there are never more than two.
    ///
    /// @return when the one before ends, by the clock of the database
    public Instant rotate(Team team, UUID endpointId, String secret) {
        int newest =
                jdbc.sql(
                                """
                                select max(number) from work.webhook_secret
                                where tenant_id = :tenant and endpoint_id = :endpoint
                                """)
                        .param("tenant", team.tenantId())
                        .param("endpoint", endpointId)
                        .query(Integer.class)
                        .single();
        jdbc.sql(
                        """
                        delete from work.webhook_secret
                        where tenant_id = :tenant and endpoint_id = :endpoint and number < :newest
                        """)
                .param("tenant", team.tenantId())
                .param("endpoint", endpointId)
                .param("newest", newest)
                .update();
        Instant endsAt =
                jdbc.sql(
                                """
                                update work.webhook_secret
                                set ends_at = date_trunc('milliseconds', now()) + make_interval(secs => :seconds)
                                where tenant_id = :tenant and endpoint_id = :endpoint
                                returning ends_at
                                """)
                        .param("seconds", OVERLAP.toSeconds())
                        .param("tenant", team.tenantId())
                        .param("endpoint", endpointId)
                        .query((row, number) ->
                                row.getObject("ends_at", OffsetDateTime.class).toInstant())
                        .single();
        addSecret(team, endpointId, newest + 1, secret);
        return endsAt;
    }

    /// Called in the command's transaction: forgets it with its secrets and deliveries.
    ///
    /// @return false where there is none
    public boolean remove(Team team, UUID endpointId) {
        return jdbc.sql(
                                """
                                delete from work.webhook_endpoint
                                where tenant_id = :tenant and customer_id = :customer and endpoint_id = :endpoint
                                """)
                        .param("tenant", team.tenantId())
                        .param("customer", team.customerId())
                        .param("endpoint", endpointId)
                        .update()
                == 1;
    }

    /// Of all tenants, in the transaction of the group that follows the log: disables what the
    /// sender has given up.
    public List<GivenUp> disableGivenUp(int limit) {
        return jdbc.sql(
                        """
                        with found as (
                          select tenant_id, endpoint_id, given_up, given_up_at from work.webhook_endpoint
                          where given_up is not null order by given_up_at, endpoint_id limit :limit for update)
                        update work.webhook_endpoint endpoint
                        set state = 'disabled', disabled_reason = found.given_up, given_up = null, given_up_at = null
                        from found
                        where endpoint.tenant_id = found.tenant_id and endpoint.endpoint_id = found.endpoint_id
                        returning endpoint.tenant_id, endpoint.customer_id, endpoint.endpoint_id,
                          found.given_up, found.given_up_at
                        """)
                .param("limit", limit)
                .query((row, number) ->
                        new GivenUp(
                                new Team(
                                        row.getObject("tenant_id", UUID.class),
                                        row.getObject("customer_id", UUID.class)),
                                row.getObject("endpoint_id", UUID.class),
                                row.getString("given_up"),
                                row.getObject("given_up_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
