package io.tallystick.edge.lookup;

import io.tallystick.edge.picture.Png;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The logos of partners and customers, one for each that has one. They live here and not in the
/// log, as the pictures of members do.
@Repository
public class Logos {

    private final JdbcClient jdbc;

    Logos(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Called in the command's transaction.
    ///
    /// @param customerId null for the partner's own
    public void put(UUID tenantId, @Nullable UUID customerId, Png logo) {
        jdbc.sql(
                        """
                        insert into work.logo (tenant_id, customer_id, png, sha256)
                        values (:tenant, :customer, :png, :sha256)
                        on conflict (tenant_id, customer_id) do update
                        set png = excluded.png, sha256 = excluded.sha256
                        """)
                .param("tenant", tenantId)
                .param("customer", customerId, Types.OTHER)
                .param("png", logo.bytes())
                .param("sha256", logo.sha256())
                .update();
    }

    /// By what it is, empty once it was replaced.
    public Optional<Png> find(UUID tenantId, String sha256) {
        return jdbc.sql(
                        """
                        select png, sha256 from work.logo
                        where tenant_id = :tenant and sha256 = :sha256 limit 1
                        """)
                .param("tenant", tenantId)
                .param("sha256", sha256)
                .query((row, number) -> new Png(row.getBytes("png"), row.getString("sha256")))
                .optional();
    }

    /// Called in the command's transaction.
    ///
    /// @param customerId null for the partner's own
    public void remove(UUID tenantId, @Nullable UUID customerId) {
        jdbc.sql(
                        """
                        delete from work.logo
                        where tenant_id = :tenant and customer_id is not distinct from :customer
                        """)
                .param("tenant", tenantId)
                .param("customer", customerId, Types.OTHER)
                .update();
    }
}
