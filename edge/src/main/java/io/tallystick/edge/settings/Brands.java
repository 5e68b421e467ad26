package io.tallystick.edge.settings;

import io.tallystick.edge.lookup.Team;
import org.springframework.stereotype.Component;

/// The brand of a team, for commands that write to its people.
@Component
public final class Brands {

    private final Sections sections;
    private final SectionsOfPartners partners;

    Brands(Sections sections, SectionsOfPartners partners) {
        this.sections = sections;
        this.partners = partners;
    }

    /// Called in the command's transaction.
    public Brand of(Team team) {
        return team.customerId() == null
                ? Brand.of(partners.of(team.tenantId()))
                : Brand.of(sections.of(team.tenantId(), team.customerId()));
    }
}
