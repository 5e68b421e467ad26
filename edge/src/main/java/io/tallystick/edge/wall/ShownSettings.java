package io.tallystick.edge.wall;

import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.settings.CustomerSections;
import io.tallystick.edge.settings.PartnerSections;
import io.tallystick.edge.settings.Sections;
import io.tallystick.edge.settings.SectionsOfPartners;
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

    public Optional<CustomerSections> of(Sight sight, UUID customerId) {
        return reads.read(sight, jdbc -> Sections.find(jdbc, sight.tenantId(), customerId));
    }

    /// What is set for a partner itself.
    public PartnerSections ofPartner(UUID tenantId) {
        return reads.read(
                new Sight(tenantId, null), jdbc -> SectionsOfPartners.find(jdbc, tenantId));
    }

    /// Whether people of the customer may sign in: neither its team nor its portal was switched
    /// off. A portal that never was on keeps nobody out, which the section does not tell.
    public boolean isTeamOpen(Sight sight, UUID customerId) {
        return reads.read(
                sight,
                jdbc ->
                        jdbc.sql(
                                        """
                                        select team_enabled and not portal_ended from work.customer
                                        where tenant_id = :tenant and customer_id = :customer
                                        """)
                                .param("tenant", sight.tenantId())
                                .param("customer", customerId)
                                .query(Boolean.class)
                                .optional()
                                .orElse(false));
    }
}
