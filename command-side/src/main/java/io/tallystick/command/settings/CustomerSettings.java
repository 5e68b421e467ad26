package io.tallystick.command.settings;

import io.tallystick.edge.lookup.Logos;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.settings.CustomerSections;
import io.tallystick.events.settings.Section;
import io.tallystick.events.settings.SettingsEvent;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.http.HttpStatus;

/// What is set for a customer. Its version counts the changes of all sections; it begins to be with
/// the first of them. What a section is, which rules hold for it and what it becomes as a fact is
/// said elsewhere; by name it knows only what changes in another way than by fields.
@Aggregate(type = "CustomerSettings")
@SuppressWarnings("NullAway.Init")
class CustomerSettings {

    @AggregateIdentifier private String settingsId;
    private CustomerSections sections = CustomerSections.UNCHANGED;

    CustomerSettings() {}

    /// Of a customer; its id alone is the stream of the customer itself.
    static String idOf(UUID customerId) {
        return "settings/" + customerId;
    }

    /// @return all that is set, with the change
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    CustomerSections decide(ChangeSection command, SectionRules rules, SectionGate gate) {
        settingsId = command.settingsId();
        requireVersion(command.version());
        for (Section changed : rules.changes(sections, command)) {
            change(command.tenantId(), command.customerId(), changed, gate);
        }
        return sections;
    }

    /// The logo that is there already writes no fact.
    ///
    /// @return all that is set, with the change
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    CustomerSections decide(ChangeLogo command, Logos logos, SectionGate gate) {
        settingsId = command.settingsId();
        requireVersion(command.version());
        Section.Branding before = sections.of(Section.Branding.class);
        Section.Branding after = before.withLogo(command.logo().sha256());
        if (!after.equals(before)) {
            logos.put(command.tenantId(), command.customerId(), command.logo());
            change(command.tenantId(), command.customerId(), after, gate);
        }
        return sections;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(DeclareDemo command, SectionGate gate) {
        settingsId = command.settingsId();
        Section.Demo before = sections.of(Section.Demo.class);
        var demo = new Section.Demo(true, before.resetEveryHours());
        change(command.tenantId(), command.customerId(), demo, gate);
    }

    private void change(UUID tenantId, UUID customerId, Section changed, SectionGate gate) {
        gate.write(tenantId, customerId, sections, changed);
        AggregateLifecycle.apply(
                SectionFacts.of(customerId, tenantId, sections.before(changed), changed));
    }

    private void requireVersion(long seen) {
        if (seen != sections.version()) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "settings_changed",
                    "The settings are at version " + sections.version() + ". Read them again.");
        }
    }

    @EventSourcingHandler
    void evolve(SettingsEvent event) {
        settingsId = idOf(event.customerId());
        sections = sections.with(SectionFacts.after(event));
    }
}
