package io.tallystick.edge.lookup;

import java.sql.Types;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The people of partners and customers, as a whole.
@Repository
public class Teams {

    private final JdbcClient jdbc;

    Teams(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Called first in a command's transaction: what is decided of the people of one team is
    /// decided one after the other, on all nodes.
    ///
    /// @return what people call it
    public String lock(Team team) {
        return team.customerId() == null
                ? lockPartner(team.tenantId())
                : lockCustomer(team.tenantId(), team.customerId());
    }

    private String lockPartner(UUID tenantId) {
        return jdbc.sql("select name from work.partner where tenant_id = :tenant for no key update")
                .param("tenant", tenantId)
                .query(String.class)
                .single();
    }

    private String lockCustomer(UUID tenantId, UUID customerId) {
        return jdbc.sql(
                        """
                        select customer.key || ' (' || partner.name || ')'
                        from work.customer join work.partner using (tenant_id)
                        where tenant_id = :tenant and customer_id = :customer
                        for no key update of customer
                        """)
                .param("tenant", tenantId)
                .param("customer", customerId)
                .query(String.class)
                .single();
    }

    /// As they are in force: a portal that was switched off keeps the customer's people out. In a
    /// command's transaction the team is locked before.
    public TeamSettings settings(Team team) {
        if (team.customerId() == null) {
            return TeamSettings.UNCHANGED;
        }
        return jdbc.sql(
                        """
                        select team_enabled and not portal_ended as team_enabled, team_max from work.customer
                        where tenant_id = :tenant and customer_id = :customer
                        """)
                .param("tenant", team.tenantId())
                .param("customer", team.customerId())
                .query((row, number) ->
                        new TeamSettings(
                                row.getBoolean("team_enabled"),
                                row.getObject("team_max", Integer.class)))
                .single();
    }

    /// Called in the command's transaction.
    ///
    /// @param version of the customer's settings
    public void update(UUID tenantId, UUID customerId, long version, TeamSettings settings) {
        jdbc.sql(
                        """
                        update work.customer
                        set settings_version = :version, team_enabled = :enabled, team_max = :max
                        where tenant_id = :tenant and customer_id = :customer
                        """)
                .param("version", version)
                .param("enabled", settings.enabled())
                .param("max", settings.max(), Types.INTEGER)
                .param("tenant", tenantId)
                .param("customer", customerId)
                .update();
    }

    /// Called in the command's transaction.
    public void endPortal(UUID tenantId, UUID customerId, boolean ended) {
        jdbc.sql(
                        """
                        update work.customer set portal_ended = :ended
                        where tenant_id = :tenant and customer_id = :customer
                        """)
                .param("ended", ended)
                .param("tenant", tenantId)
                .param("customer", customerId)
                .update();
    }
}
