package io.tallystick.command.settings;

import io.tallystick.edge.lookup.Customers;
import io.tallystick.edge.settings.CustomerSections;
import io.tallystick.edge.settings.SectionsOfPartners;
import io.tallystick.edge.settings.SettingsDependencies;
import io.tallystick.events.settings.Section;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// What a wish to change a section comes to: nothing, the section, or others with it.
@Component
final class SectionRules {

    private final Customers customers;
    private final SectionsOfPartners partners;

    SectionRules(Customers customers, SectionsOfPartners partners) {
        this.customers = customers;
        this.partners = partners;
    }

    /// In the order in which they happen; none where all is already as it was wished.
    ///
    /// @throws io.tallystick.edge.problem.ApiProblem for what may not be
    List<Section> changes(CustomerSections own, ChangeSection command) {
        CustomerSections before = own.under(partners.of(command.tenantId()));
        Section wanted = wanted(before, command);
        SettingsDependencies.require(before, wanted);
        if (wanted instanceof Section.Portal && PortalEligibility.isAsked(command.sent())) {
            PortalEligibility.require(
                    customers.email(command.tenantId(), command.customerId()),
                    before.of(Section.Account.class));
        }
        if (wanted.equals(before.before(wanted))) {
            return List.of();
        }
        List<Section> changes = new ArrayList<>(List.of(wanted));
        changes.addAll(SettingsDependencies.forced(before.with(wanted)));
        return changes;
    }

    private static Section wanted(CustomerSections before, ChangeSection command) {
        Section changed = command.type().changed(before.of(command.type()), command.sent());
        return switch (changed) {
            case Section.ApiLimits limits -> ApiLimitsRule.settle(limits, command.sent());
            case Section.AiCredits credits -> AiCreditsRule.require(credits);
            case Section.KnowledgeBase base ->
                    AllocationRule.require(
                            before.of(Section.KnowledgeBase.class), base, command.usedMb());
            case Section.Demo demo -> DemoRule.require(before.of(Section.Demo.class), demo);
            case Section.Portal _,
                    Section.Branding _,
                    Section.Features _,
                    Section.Menu _,
                    Section.Pricing _,
                    Section.Team _,
                    Section.QualifiedCalls _,
                    Section.Usage _,
                    Section.Account _ ->
                    changed;
        };
    }
}
