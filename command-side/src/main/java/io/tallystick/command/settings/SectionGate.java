package io.tallystick.command.settings;

import io.tallystick.edge.limit.ApiLimits;
import io.tallystick.edge.limit.ApiTier;
import io.tallystick.edge.lookup.ApiKeys;
import io.tallystick.edge.lookup.CustomerLimits;
import io.tallystick.edge.lookup.Logos;
import io.tallystick.edge.lookup.StoragePools;
import io.tallystick.edge.lookup.TeamSettings;
import io.tallystick.edge.lookup.Teams;
import io.tallystick.edge.settings.CustomerSections;
import io.tallystick.edge.settings.Sections;
import io.tallystick.events.settings.Section;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Writes a changed section where the next request on any node finds it, in the command's
/// transaction.
@Component
final class SectionGate {

    private final Sections sections;
    private final CustomerLimits limits;
    private final Teams teams;
    private final ApiKeys keys;
    private final StoragePools storage;
    private final Logos logos;

    SectionGate(
            Sections sections,
            CustomerLimits limits,
            Teams teams,
            ApiKeys keys,
            StoragePools storage,
            Logos logos) {
        this.sections = sections;
        this.limits = limits;
        this.teams = teams;
        this.keys = keys;
        this.storage = storage;
        this.logos = logos;
    }

    void write(UUID tenantId, UUID customerId, CustomerSections before, Section after) {
        long version = before.version() + 1;
        sections.keep(tenantId, customerId, version, after);
        switch (after) {
            case Section.Portal portal -> movePortal(tenantId, customerId, before, portal);
            case Section.Features features ->
                    keys.allow(tenantId, customerId, features.apiAccess());
            case Section.Team(var enabled, var max) ->
                    teams.update(tenantId, customerId, version, new TeamSettings(enabled, max));
            case Section.ApiLimits(var tier, var requestsPerMinute) ->
                    limits.update(
                            tenantId,
                            customerId,
                            new ApiLimits(version, ApiTier.named(tier), requestsPerMinute));
            case Section.KnowledgeBase base ->
                    storage.allocate(tenantId, customerId, base.allocatedMb());
            case Section.Branding branding -> {
                if (branding.logo() == null) {
                    logos.remove(tenantId, customerId);
                }
            }
            case Section.Menu _,
                    Section.AiCredits _,
                    Section.Pricing _,
                    Section.QualifiedCalls _,
                    Section.Usage _,
                    Section.Demo _,
                    Section.Account _ -> {}
        }
    }

    /// Who had no portal yet has people who sign in all the same, so that only one that is switched
    /// off puts them out.
    private void movePortal(
            UUID tenantId, UUID customerId, CustomerSections before, Section.Portal portal) {
        if (portal.enabled() != before.of(Section.Portal.class).enabled()) {
            teams.endPortal(tenantId, customerId, !portal.enabled());
        }
    }
}
