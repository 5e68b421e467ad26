package io.tallystick.edge.lookup;

import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.limit.ApiLimits;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keys by the hash of their secret.
@Repository
public class ApiKeys {

    /// How many keys of a customer may be active at the same time.
    public static final int ACTIVE_PER_CUSTOMER_MAX = 10;

    /// Of the ids that are its one parameter, a `text[]`, those that are no active key's, or the
    /// key of a customer whose API access is off.
    public static final String NOT_ACTIVE =
            """
            select asked.id from unnest(?::text[]) as asked (id)
            where not exists (
              select from work.api_key key
              left join work.customer using (tenant_id, customer_id)
              where key.key_id = asked.id::uuid and key.revoked_at is null
                and coalesce(customer.api_access, true))
            """;

    private final JdbcClient jdbc;
    private final SharedReads<ByteBuffer, ActiveKey> active = new SharedReads<>(this::readActive);
    private final SharedReads<String, Boolean> stillActive =
            new SharedReads<>(this::readStillActive);

    ApiKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param scope `operator`, `partner` or `customer`
    public record ApiKey(
            UUID tenantId,
            UUID keyId,
            String scope,
            @Nullable UUID customerId,
            String name,
            String prefix,
            Set<Permission> permissions) {}

    /// A key that may be used, with what one look tells besides.
    ///
    /// @param limits how fast the customer's keys may ask, null for those that nobody limits
    /// @param mayAsk false where the API access of the key's customer is off
    /// @param databaseAheadNanos what to add to `System.nanoTime()` for the database's time, which
    ///   holds also for who keeps the key a moment
    public record ActiveKey(
            ApiKey key, @Nullable ApiLimits limits, boolean mayAsk, long databaseAheadNanos) {}

    public Optional<ApiKey> findActive(byte[] secretHash) {
        return findForRequest(secretHash).map(ActiveKey::key);
    }

    /// As the last acknowledged command left it. Requests that ask at the same moment share a
    /// query, so this is for requests and not for the inside of a transaction.
    public Optional<ActiveKey> findForRequest(byte[] secretHash) {
        return active.find(ByteBuffer.wrap(secretHash));
    }

    /// Whether it is the id of a key that may be used. Requests that ask at the same moment share a
    /// query.
    boolean isActive(String keyId) {
        return stillActive.find(keyId).isPresent();
    }

    boolean lacksAccessOnly(UUID keyId) {
        return jdbc.sql(
                        """
                        select exists (
                          select from work.api_key join work.customer using (tenant_id, customer_id)
                          where key_id = :key and revoked_at is null and not api_access)
                        """)
                .param("key", keyId)
                .query(Boolean.class)
                .single();
    }

    private Map<String, Boolean> readStillActive(Collection<String> keyIds) {
        Map<String, Boolean> active = new HashMap<>();
        keyIds.forEach(id -> active.put(id, true));
        jdbc.sql(NOT_ACTIVE)
                .param(keyIds.toArray(String[]::new))
                .query(String.class)
                .list()
                .forEach(active::remove);
        return active;
    }

    private Map<ByteBuffer, ActiveKey> readActive(Collection<ByteBuffer> hashes) {
        Map<ByteBuffer, ActiveKey> found = new HashMap<>();
        jdbc.sql(
                        """
                        select k.tenant_id, k.key_id, k.scope, k.customer_id, k.name, k.prefix, k.permissions, k.secret_hash,
                               c.settings_version, c.api_tier, c.api_requests_per_minute,
                               coalesce(c.api_access, true) as api_access,
                               (extract(epoch from clock_timestamp()) * 1000000)::bigint as seen_at
                        from work.api_key k
                        left join work.customer c on c.tenant_id = k.tenant_id and c.customer_id = k.customer_id
                        where k.secret_hash = any (:hashes) and k.revoked_at is null
                        """)
                .param("hashes", hashes.stream().map(ByteBuffer::array).toArray(byte[][]::new))
                .query((row, number) ->
                        found.put(
                                ByteBuffer.wrap(row.getBytes("secret_hash")), readForRequest(row)))
                .list();
        return found;
    }

    /// Called in the command's transaction.
    ///
    /// @return false when a key with this secret is there already
    public boolean reserve(ApiKey key, byte[] secretHash) {
        return jdbc.sql(
                                """
                                insert into work.api_key
                                  (tenant_id, key_id, scope, customer_id, name, prefix, secret_hash, permissions)
                                values (:tenant, :id, :scope, :customer, :name, :prefix, :hash, :permissions)
                                on conflict (secret_hash) do nothing
                                """)
                        .param("tenant", key.tenantId())
                        .param("id", key.keyId())
                        .param("scope", key.scope())
                        .param("customer", key.customerId())
                        .param("name", key.name())
                        .param("prefix", key.prefix())
                        .param("hash", secretHash)
                        .param("permissions", Permission.names(key.permissions()))
                        .update()
                == 1;
    }

    /// Called in the command's transaction, whose end lets the next one count. Usage of the
    /// customer goes on meanwhile.
    public boolean hasRoomFor(UUID tenantId, UUID customerId) {
        jdbc.sql(
                        "select 1 from work.customer where tenant_id = :tenant and customer_id = :customer for no key update")
                .param("tenant", tenantId)
                .param("customer", customerId)
                .query(Integer.class)
                .single();
        int active =
                jdbc.sql(
                                """
                                select count(*) from work.api_key
                                where tenant_id = :tenant and customer_id = :customer and revoked_at is null
                                """)
                        .param("tenant", tenantId)
                        .param("customer", customerId)
                        .query(Integer.class)
                        .single();
        return active < ACTIVE_PER_CUSTOMER_MAX;
    }

    /// Called in the command's transaction, whose end lets the next one look: two who revoke the
    /// last two keys at once are one after the other.
    ///
    /// @return whether the key is the only active one of operators with the permission `ADMIN`
    public boolean isLastOfOperators(UUID keyId) {
        jdbc.sql("select 1 from work.partner where tenant_id = :tenant for no key update")
                .param("tenant", Partners.DEFAULT)
                .query(Integer.class)
                .single();
        return jdbc.sql(
                        """
                        select key_id from work.api_key
                        where tenant_id = :tenant and scope = 'operator' and revoked_at is null
                          and 'admin' = any (permissions)
                        limit 2
                        """)
                .param("tenant", Partners.DEFAULT)
                .query(UUID.class)
                .list()
                .equals(List.of(keyId));
    }

    /// Called in the command's transaction, behind the lock of [#hasRoomFor].
    public boolean areAllowed(UUID tenantId, UUID customerId) {
        return jdbc.sql(
                        "select api_access from work.customer where tenant_id = :tenant and customer_id = :customer")
                .param("tenant", tenantId)
                .param("customer", customerId)
                .query(Boolean.class)
                .single();
    }

    /// Called in the command's transaction: whether keys of a customer work. Those that there are
    /// stay as they are.
    public void allow(UUID tenantId, UUID customerId, boolean access) {
        jdbc.sql(
                        """
                        update work.customer set api_access = :access
                        where tenant_id = :tenant and customer_id = :customer
                        """)
                .param("access", access)
                .param("tenant", tenantId)
                .param("customer", customerId)
                .update();
    }

    /// Called in the command's transaction. Two who revoke at once are one after the other.
    public Revoked revoke(KeyOwner owner, UUID keyId) {
        Boolean wasRevoked =
                jdbc.sql(
                                """
                                select revoked_at is not null from work.api_key
                                where tenant_id = :tenant and key_id = :key and scope = :scope
                                  and customer_id is not distinct from :customer
                                for no key update
                                """)
                        .param("tenant", owner.tenantId())
                        .param("key", keyId)
                        .param("scope", owner.scope())
                        .param("customer", owner.customerId(), Types.OTHER)
                        .query(Boolean.class)
                        .optional()
                        .orElse(null);
        if (wasRevoked == null) {
            return Revoked.ABSENT;
        }
        if (wasRevoked) {
            return Revoked.BEFORE;
        }
        jdbc.sql(
                        "update work.api_key set revoked_at = now() where tenant_id = :tenant and key_id = :key")
                .param("tenant", owner.tenantId())
                .param("key", keyId)
                .update();
        return Revoked.NOW;
    }

    /// What became of a wish to revoke.
    public enum Revoked {
        NOW,
        BEFORE,
        ABSENT
    }

    public boolean existsWithScope(String scope) {
        return jdbc.sql(
                        "select exists (select from work.api_key where scope = :scope and revoked_at is null)")
                .param("scope", scope)
                .query(Boolean.class)
                .single();
    }

    private static ActiveKey readForRequest(ResultSet row) throws SQLException {
        return new ActiveKey(
                read(row),
                row.getString("api_tier") == null ? null : CustomerLimits.read(row),
                row.getBoolean("api_access"),
                row.getLong("seen_at") * 1_000 - System.nanoTime());
    }

    private static ApiKey read(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getObject("tenant_id", UUID.class),
                row.getObject("key_id", UUID.class),
                row.getString("scope"),
                row.getObject("customer_id", UUID.class),
                row.getString("name"),
                row.getString("prefix"),
                Permission.named((String[]) row.getArray("permissions").getArray()));
    }
}
