package io.tallystick.edge.lookup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Links that open a part of a customer's portal somewhere else, and the session that each may
/// become.
@Repository
public class EmbedUrls {

    /// What there is to know of a link, without the secrets.
    public static final String COLUMNS =
            """
            embed_url_id, kind, label, scopes, origins, created_at, expires_at, session_seconds, opened_at,
              session_ends_at, revoked_at
            """;

    private final JdbcClient jdbc;

    EmbedUrls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param kind `widget`, `iframe` or `other`
    /// @param scopes what its session may show
    /// @param origins the pages that it may be shown in
    /// @param expiresAt until when it can be opened
    /// @param sessionSeconds how long its session lasts
    /// @param openedAt null until it was opened
    /// @param sessionEndsAt when the session ends by itself
    public record EmbedUrl(
            UUID embedUrlId,
            String kind,
            String label,
            List<String> scopes,
            List<String> origins,
            Instant createdAt,
            Instant expiresAt,
            int sessionSeconds,
            @Nullable Instant openedAt,
            @Nullable Instant sessionEndsAt,
            @Nullable Instant revokedAt) {

        public EmbedUrl {
            scopes = List.copyOf(scopes);
            origins = List.copyOf(origins);
        }

        public static EmbedUrl read(ResultSet row, int ignored) throws SQLException {
            return new EmbedUrl(
                    row.getObject("embed_url_id", UUID.class),
                    row.getString("kind"),
                    row.getString("label"),
                    texts(row, "scopes"),
                    texts(row, "origins"),
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                    row.getInt("session_seconds"),
                    Clients.instant(row, "opened_at"),
                    Clients.instant(row, "session_ends_at"),
                    Clients.instant(row, "revoked_at"));
        }

        private static List<String> texts(ResultSet row, String column) throws SQLException {
            return List.of((String[]) row.getArray(column).getArray());
        }

        /// Whether it is for a frame on another page, and not for a window of its own.
        public boolean isFramed() {
            return !kind.equals("other");
        }

        /// What has become of it: `revoked`, `in_use`, `ended`, `expired` or `open`.
        public String state(Instant now) {
            if (revokedAt != null) {
                return "revoked";
            }
            if (sessionEndsAt != null) {
                return now.isBefore(sessionEndsAt) ? "in_use" : "ended";
            }
            return now.isBefore(expiresAt) ? "open" : "expired";
        }
    }

    /// A link as one of its secrets finds it.
    public record Found(Team team, EmbedUrl url) {}

    public Optional<Found> byLink(byte[] hash) {
        return found("link_hash", hash);
    }

    public Optional<Found> bySession(byte[] hash) {
        return found("session_hash", hash);
    }

    private Optional<Found> found(String column, byte[] hash) {
        return jdbc.sql(
                        "select tenant_id, customer_id, "
                                + COLUMNS
                                + "from work.embed_url where "
                                + column
                                + " = :hash")
                .param("hash", hash)
                .query((row, number) ->
                        new Found(
                                new Team(
                                        row.getObject("tenant_id", UUID.class),
                                        row.getObject("customer_id", UUID.class)),
                                EmbedUrl.read(row, number)))
                .optional();
    }

    public Optional<EmbedUrl> find(Team team, UUID embedUrlId) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + """
                                from work.embed_url
                                where tenant_id = :tenant and customer_id = :customer and embed_url_id = :url
                                """)
                .param("tenant", team.tenantId())
                .param("customer", team.customerId())
                .param("url", embedUrlId)
                .query(EmbedUrl::read)
                .optional();
    }

    /// Those that open something now or may still. In a command's transaction the customer is
    /// locked before.
    public int countLive(Team team, Instant now) {
        return jdbc.sql(
                        """
                        select count(*) from work.embed_url
                        where tenant_id = :tenant and customer_id = :customer and revoked_at is null
                          and coalesce(session_ends_at, expires_at) > :now
                        """)
                .param("tenant", team.tenantId())
                .param("customer", team.customerId())
                .param("now", Invitations.time(now))
                .query(Integer.class)
                .single();
    }

    /// Called in the command's transaction.
    public void add(Team team, EmbedUrl url, byte[] linkHash) {
        jdbc.sql(
                        """
                        insert into work.embed_url
                          (tenant_id, customer_id, embed_url_id, kind, label, scopes, origins, created_at, link_hash,
                           expires_at, session_seconds)
                        values (:tenant, :customer, :url, :kind, :label, :scopes, :origins, :createdAt, :hash,
                           :expiresAt, :seconds)
                        """)
                .param("tenant", team.tenantId())
                .param("customer", team.customerId())
                .param("url", url.embedUrlId())
                .param("kind", url.kind())
                .param("label", url.label())
                .param("scopes", url.scopes().toArray(String[]::new))
                .param("origins", url.origins().toArray(String[]::new))
                .param("createdAt", Invitations.time(url.createdAt()))
                .param("hash", linkHash)
                .param("expiresAt", Invitations.time(url.expiresAt()))
                .param("seconds", url.sessionSeconds())
                .update();
    }

    /// Called in the command's transaction. Of several that open the same link, on whatever nodes,
    /// one does: the others wait for its row and find it used.
    ///
    /// @return false for a link that holds no more
    public boolean open(
            Team team, UUID embedUrlId, byte[] sessionHash, Instant at, Instant sessionEndsAt) {
        return jdbc.sql(
                                """
                                update work.embed_url
                                set opened_at = :at, session_hash = :hash, session_ends_at = :endsAt
                                where tenant_id = :tenant and embed_url_id = :url
                                  and opened_at is null and revoked_at is null and expires_at > :at
                                """)
                        .param("tenant", team.tenantId())
                        .param("url", embedUrlId)
                        .param("hash", sessionHash)
                        .param("at", Invitations.time(at))
                        .param("endsAt", Invitations.time(sessionEndsAt))
                        .update()
                == 1;
    }

    /// Called in the command's transaction.
    ///
    /// @return false where it was revoked before
    public boolean revoke(Team team, UUID embedUrlId, Instant at) {
        return jdbc.sql(
                                """
                                update work.embed_url set revoked_at = :at
                                where tenant_id = :tenant and embed_url_id = :url and revoked_at is null
                                """)
                        .param("tenant", team.tenantId())
                        .param("url", embedUrlId)
                        .param("at", Invitations.time(at))
                        .update()
                == 1;
    }

    /// Called in the command's transaction: forgets some of those that ended before a time. What
    /// they were stays in the log.
    public void forget(Team team, Instant before, int limit) {
        jdbc.sql(
                        """
                        delete from work.embed_url
                        where (tenant_id, embed_url_id) in (
                          select tenant_id, embed_url_id from work.embed_url
                          where tenant_id = :tenant and customer_id = :customer and created_at < :before
                          order by embed_url_id limit :limit)
                        """)
                .param("tenant", team.tenantId())
                .param("customer", team.customerId())
                .param("before", Invitations.time(before))
                .param("limit", limit)
                .update();
    }
}
