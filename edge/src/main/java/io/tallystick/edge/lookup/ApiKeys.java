package io.tallystick.edge.lookup;

import io.tallystick.edge.caller.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
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

    public Optional<ApiKey> findActive(byte[] secretHash) {
        return jdbc.sql(
                        """
                        select tenant_id, key_id, scope, customer_id, name, prefix, permissions
                        from work.api_key where secret_hash = :hash and revoked_at is null
                        """)
                .param("hash", secretHash)
                .query((row, number) -> read(row))
                .optional();
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
