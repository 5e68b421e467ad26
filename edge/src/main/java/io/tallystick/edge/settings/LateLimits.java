package io.tallystick.edge.settings;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How many days ago an event may have happened, as the last acknowledged command left it.
@Repository
public class LateLimits {

    /// Where nothing was set.
    public static final int DAYS = 35;

    /// The least that can be set.
    public static final int DAYS_MIN = 1;

    static final int DAYS_MAX = 366;

    private final JdbcClient jdbc;

    LateLimits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Of those customers for whom something was set.
    public Map<UUID, Integer> of(UUID tenantId, Collection<UUID> customers) {
        Map<UUID, Integer> days = new HashMap<>();
        jdbc.sql(
                        """
                        select customer_id, (fields ->> 'lateLimitDays')::int from work.customer_section
                        where tenant_id = :tenant and customer_id = any (:customers) and section = :section
                        """)
                .param("tenant", tenantId)
                .param("customers", customers.toArray(UUID[]::new))
                .param("section", SectionType.USAGE.key())
                .query((row, number) -> days.put(row.getObject(1, UUID.class), row.getInt(2)))
                .list();
        return days;
    }
}
