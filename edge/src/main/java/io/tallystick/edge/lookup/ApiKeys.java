package io.tallystick.edge.lookup;

import io.tallystick.edge.caller.Permission;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keys by the hash of their secret.
@Repository
public class ApiKeys {

    private final JdbcClient jdbc;
    private final SharedReads<ByteBuffer, ApiKey> active = new SharedReads<>(this::readActive);

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

    /// As the last acknowledged command left it. Requests that ask at the same moment share a
    /// query, so this is for requests and not for the inside of a transaction.
    public Optional<ApiKey> findActive(byte[] secretHash) {
        return active.find(ByteBuffer.wrap(secretHash));
    }

    private Map<ByteBuffer, ApiKey> readActive(Collection<ByteBuffer> hashes) {
        Map<ByteBuffer, ApiKey> found = new HashMap<>();
        jdbc.sql(
                        """
                        select tenant_id, key_id, scope, customer_id, name, prefix, permissions, secret_hash
                        from work.api_key where secret_hash = any (:hashes) and revoked_at is null
                        """)
                .param("hashes", hashes.stream().map(ByteBuffer::array).toArray(byte[][]::new))
                .query((row, number) ->
                        found.put(ByteBuffer.wrap(row.getBytes("secret_hash")), read(row)))
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
                        .param("permissions", names(key.permissions()))
                        .update()
                == 1;
    }

    public boolean existsWithScope(String scope) {
        return jdbc.sql(
                        "select exists (select from work.api_key where scope = :scope and revoked_at is null)")
                .param("scope", scope)
                .query(Boolean.class)
                .single();
    }

    private static ApiKey read(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getObject("tenant_id", UUID.class),
                row.getObject("key_id", UUID.class),
                row.getString("scope"),
                row.getObject("customer_id", UUID.class),
                row.getString("name"),
                row.getString("prefix"),
                permissions((String[]) row.getArray("permissions").getArray()));
    }

    private static Set<Permission> permissions(String[] names) {
        return Arrays.stream(names)
                .map(name -> Permission.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String[] names(Set<Permission> permissions) {
        return permissions.stream()
                .map(permission -> permission.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toArray(String[]::new);
    }
}
