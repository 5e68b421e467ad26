package io.tallystick.edge.wall;

import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.limit.ApiLimits;
import io.tallystick.edge.limit.ApiTier;
import io.tallystick.edge.lookup.TeamSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What is set for a customer, all of it at one version.
@Component
public final class ShownSettings {

    private final WorkRead reads;

    ShownSettings(WorkRead reads) {
        this.reads = reads;
    }

    /// @param limits with the version of all settings
    public record Settings(ApiLimits limits, TeamSettings team) {}

    public Optional<Settings> of(Sight sight, UUID customerId) {
        return reads.read(
                sight,
                jdbc ->
                        jdbc.sql(
                                        """
                                        select settings_version, api_tier, api_requests_per_minute, team_enabled, team_max
                                        from work.customer where tenant_id = :tenant and customer_id = :customer
                                        """)
                                .param("tenant", sight.tenantId())
                                .param("customer", customerId)
                                .query(ShownSettings::read)
                                .optional());
    }

    private static Settings read(ResultSet row, int number) throws SQLException {
        return new Settings(
                new ApiLimits(
                        row.getLong("settings_version"),
                        ApiTier.named(row.getString("api_tier")),
                        row.getObject("api_requests_per_minute", Integer.class)),
                new TeamSettings(
                        row.getBoolean("team_enabled"), row.getObject("team_max", Integer.class)));
    }
}
