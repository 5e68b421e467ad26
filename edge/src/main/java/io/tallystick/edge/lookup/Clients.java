package io.tallystick.edge.lookup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Whom customers serve, as the last acknowledged command left it.
@Repository
public class Clients {

    /// What there is to know of a client, without the secret.
    public static final String COLUMNS =
            """
            client_id, name, email, external_id, phone, created_at, invited_at, expires_at, accepted_at, archived_at
            """;

    private final JdbcClient jdbc;

    Clients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What a customer says of a client.
    ///
    /// @param email in the form in which addresses are compared
    /// @param externalId what the customer's own system calls it
    /// @param phone as E.164 writes it
    public record Details(
            String name, String email, @Nullable String externalId, @Nullable String phone) {

        @Override
        public String toString() {
            return "Details[]";
        }
    }

    /// @param invitedAt when the last invitation was sent, null for never
    /// @param expiresAt when the link of that ends by itself
    /// @param acceptedAt when the client followed it, null for not yet
    /// @param archivedAt since when it is served no more
    public record Client(
            UUID clientId,
            Details details,
            Instant createdAt,
            @Nullable Instant invitedAt,
            @Nullable Instant expiresAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant archivedAt) {

        public static Client read(ResultSet row, int ignored) throws SQLException {
            return new Client(
                    row.getObject("client_id", UUID.class),
                    new Details(
                            row.getString("name"),
                            row.getString("email"),
                            row.getString("external_id"),
                            row.getString("phone")),
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    instant(row, "invited_at"),
                    instant(row, "expires_at"),
                    instant(row, "accepted_at"),
                    instant(row, "archived_at"));
        }

        public boolean isArchived() {
            return archivedAt != null;
        }
    }

    /// A client as its link finds it.
    ///
    /// @param invitationId the one of the link
    public record Invited(Team team, UUID invitationId, Client client) {}

    /// Called in the command's transaction.
    ///
    /// @return false where the customer has a client with this address or external id
    public boolean add(Team team, UUID clientId, Details details, Instant at) {
        return jdbc.sql(
                                """
                                insert into work.client
                                  (tenant_id, customer_id, client_id, name, email, external_id, phone, created_at)
                                values (:tenant, :customer, :client, :name, :email, :externalId, :phone, :at)
                                on conflict do nothing
                                """)
                        .param("tenant", team.tenantId())
                        .param("customer", team.customerId())
                        .param("client", clientId)
                        .param("name", details.name())
                        .param("email", details.email())
                        .param("externalId", details.externalId(), Types.VARCHAR)
                        .param("phone", details.phone(), Types.VARCHAR)
                        .param("at", Invitations.time(at))
                        .update()
                == 1;
    }

    /// Called in the command's transaction, where the customer is locked and nothing is taken.
    public void change(Team team, UUID clientId, Details details) {
        jdbc.sql(
                        """
                        update work.client
                        set name = :name, email = :email, external_id = :externalId, phone = :phone
                        where tenant_id = :tenant and client_id = :client
                        """)
                .param("tenant", team.tenantId())
                .param("client", clientId)
                .param("name", details.name())
                .param("email", details.email())
                .param("externalId", details.externalId(), Types.VARCHAR)
                .param("phone", details.phone(), Types.VARCHAR)
                .update();
    }

    /// In a command's transaction the customer is locked before.
    ///
    /// @param except who may have it
    public boolean hasEmail(Team team, String email, UUID except) {
        return exists(
                team,
                "archived_at is null and email = :value and client_id <> :except",
                email,
                except);
    }

    /// In a command's transaction the customer is locked before.
    ///
    /// @param except who may have it
    public boolean hasExternalId(Team team, @Nullable String externalId, UUID except) {
        return externalId != null
                && exists(
                        team,
                        "archived_at is null and external_id = :value and client_id <> :except",
                        externalId,
                        except);
    }

    /// Whether the customer has ever invited somebody with this address, archived clients included.
    /// In a command's transaction the customer is locked before.
    public boolean wasInvited(Team team, String email) {
        return exists(
                team,
                "invited_at is not null and email = :value and client_id <> :except",
                email,
                NOBODY);
    }

    private static final UUID NOBODY = new UUID(0, 0);

    private boolean exists(Team team, String condition, String value, UUID except) {
        return jdbc.sql(
                        "select exists (select from work.client where tenant_id = :tenant and customer_id = :customer and "
                                + condition
                                + ")")
                .param("tenant", team.tenantId())
                .param("customer", team.customerId())
                .param("value", value)
                .param("except", except)
                .query(Boolean.class)
                .single();
    }

    /// In a command's transaction the customer is locked before.
    public int count(Team team) {
        return jdbc.sql(
                        """
                        select count(*) from work.client
                        where tenant_id = :tenant and customer_id = :customer and archived_at is null
                        """)
                .param("tenant", team.tenantId())
                .param("customer", team.customerId())
                .query(Integer.class)
                .single();
    }

    public Optional<Client> find(Team team, UUID clientId) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + """
                                from work.client
                                where tenant_id = :tenant and customer_id = :customer and client_id = :client
                                """)
                .param("tenant", team.tenantId())
                .param("customer", team.customerId())
                .param("client", clientId)
                .query(Client::read)
                .optional();
    }

    /// The invitation whose link holds, null where there is none. In a command's transaction the
    /// customer is locked before.
    public @Nullable UUID invitation(Team team, UUID clientId) {
        return jdbc.sql(
                        """
                        select invitation_id from work.client
                        where tenant_id = :tenant and client_id = :client
                        """)
                .param("tenant", team.tenantId())
                .param("client", clientId)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .single()
                .orElse(null);
    }

    public Optional<Invited> byToken(byte[] tokenHash) {
        return jdbc.sql(
                        "select tenant_id, customer_id, invitation_id, "
                                + COLUMNS
                                + "from work.client where token_hash = :hash")
                .param("hash", tokenHash)
                .query((row, number) ->
                        new Invited(
                                new Team(
                                        row.getObject("tenant_id", UUID.class),
                                        row.getObject("customer_id", UUID.class)),
                                row.getObject("invitation_id", UUID.class),
                                Client.read(row, number)))
                .optional();
    }

    /// Called in the command's transaction. The link from before holds no more.
    public void invite(
            Team team,
            UUID clientId,
            UUID invitationId,
            byte[] tokenHash,
            Instant at,
            Instant expiresAt) {
        jdbc.sql(
                        """
                        update work.client
                        set invitation_id = :invitation, token_hash = :hash, invited_at = :at, expires_at = :expiresAt
                        where tenant_id = :tenant and client_id = :client
                        """)
                .param("tenant", team.tenantId())
                .param("client", clientId)
                .param("invitation", invitationId)
                .param("hash", tokenHash)
                .param("at", Invitations.time(at))
                .param("expiresAt", Invitations.time(expiresAt))
                .update();
    }

    /// Called in the command's transaction.
    public void endInvitation(Team team, UUID clientId) {
        jdbc.sql(
                        """
                        update work.client set token_hash = null, expires_at = null
                        where tenant_id = :tenant and client_id = :client
                        """)
                .param("tenant", team.tenantId())
                .param("client", clientId)
                .update();
    }

    /// Called in the command's transaction.
    public void accept(Team team, UUID clientId, Instant at) {
        jdbc.sql(
                        """
                        update work.client set accepted_at = :at
                        where tenant_id = :tenant and client_id = :client
                        """)
                .param("tenant", team.tenantId())
                .param("client", clientId)
                .param("at", Invitations.time(at))
                .update();
    }

    /// Called in the command's transaction.
    public void archive(Team team, UUID clientId, Instant at) {
        jdbc.sql(
                        """
                        update work.client set archived_at = :at
                        where tenant_id = :tenant and client_id = :client
                        """)
                .param("tenant", team.tenantId())
                .param("client", clientId)
                .param("at", Invitations.time(at))
                .update();
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
