package io.tallystick.edge.lookup;

import io.tallystick.edge.limit.ApiLimits;
import io.tallystick.edge.limit.ApiTier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How fast the keys of a customer may ask, as the last acknowledged command left it.
@Repository
public class CustomerLimits {

    private final JdbcClient jdbc;

    CustomerLimits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Called in the command's transaction.
    public void update(UUID tenantId, UUID customerId, ApiLimits limits) {
        jdbc.sql(
                        """
                        update work.customer
                        set settings_version = :version, api_tier = :tier, api_requests_per_minute = :requests
                        where tenant_id = :tenant and customer_id = :customer
                        """)
                .param("version", limits.version())
                .param("tier", limits.tier().lower())
                .param("requests", limits.agreedPerMinute(), Types.INTEGER)
                .param("tenant", tenantId)
                .param("customer", customerId)
                .update();
    }

    static ApiLimits read(ResultSet row) throws SQLException {
        return new ApiLimits(
                row.getLong("settings_version"),
                ApiTier.named(row.getString("api_tier")),
                row.getObject("api_requests_per_minute", Integer.class));
    }
}
