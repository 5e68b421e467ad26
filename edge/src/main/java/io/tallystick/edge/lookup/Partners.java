package io.tallystick.edge.lookup;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.problem.ApiProblem;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Partner key → tenant. Keys are unique over the installation: they are what names a tenant.
@Repository
public class Partners {

    /// The tenant that every installation starts with.
    public static final UUID DEFAULT = UUID.fromString("01900000-0000-7000-8000-000000000001");

    private final JdbcClient jdbc;
    private final KnownIds<String> known = new KnownIds<>();

    Partners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<UUID> find(String key) {
        if (!Storable.is(key)) {
            return Optional.empty();
        }
        return known.find(key).or(() -> read(key));
    }

    /// `{partner}` of a path: the key or the id, where the caller acts for all of it. Foreign, out
    /// of scope and absent are the same to the caller.
    ///
    /// @throws ApiProblem 404 otherwise
    public UUID visibleTo(Caller caller, String idOrKey) {
        return find(idOrKey)
                .or(() -> byId(idOrKey))
                .filter(tenant ->
                        caller.isOperator()
                                || (tenant.equals(caller.tenantId())
                                        && caller.customerScope() == null))
                .orElseThrow(() -> ApiProblem.notFound("partner"));
    }

    /// What people call it.
    public String name(UUID tenantId) {
        return jdbc.sql("select name from work.partner where tenant_id = :tenant")
                .param("tenant", tenantId)
                .query(String.class)
                .single();
    }

    private Optional<UUID> byId(String id) {
        try {
            return jdbc.sql("select tenant_id from work.partner where tenant_id = :tenant")
                    .param("tenant", UUID.fromString(id))
                    .query(UUID.class)
                    .optional();
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private Optional<UUID> read(String key) {
        Optional<UUID> tenant =
                jdbc.sql("select tenant_id from work.partner where key = :key")
                        .param("key", key)
                        .query(UUID.class)
                        .optional();
        tenant.ifPresent(id -> known.keep(key, id));
        return tenant;
    }

    /// Called in the command's transaction.
    ///
    /// @return false when the key is taken
    public boolean reserve(UUID tenantId, String key, String name) {
        return jdbc.sql(
                                """
                                insert into work.partner (tenant_id, key, name) values (:tenant, :key, :name)
                                on conflict (key) do nothing
                                """)
                        .param("tenant", tenantId)
                        .param("key", key)
                        .param("name", name)
                        .update()
                == 1;
    }
}
