package io.tallystick.command.settings;

import io.tallystick.edge.lookup.Logos;
import io.tallystick.edge.lookup.StoragePools;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.settings.PartnerSections;
import io.tallystick.edge.settings.SectionsOfPartners;
import io.tallystick.events.settings.PartnerSection;
import io.tallystick.events.settings.PartnerSettingsEvent;
import io.tallystick.events.settings.PartnerSettingsEvent.PartnerStorageChanged;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.http.HttpStatus;

/// What is set for a partner itself: its sections, and its storage at the same version. A pool may
/// become smaller than what was given away of it: then nothing more can be given.
@Aggregate(type = "PartnerSettings")
@SuppressWarnings("NullAway.Init")
class PartnerSettings {

    @AggregateIdentifier private String settingsId;
    private PartnerSections sections = PartnerSections.UNCHANGED;
    private long storageMb;

    PartnerSettings() {}

    static String idOf(UUID partnerId) {
        return "settings/partner/" + partnerId;
    }

    /// @return the version after it
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long decide(ChangePartnerStorage command, StoragePools pools) {
        settingsId = command.settingsId();
        requireVersion(command.version());
        if (command.storageMb() != storageMb) {
            pools.resize(command.partnerId(), sections.version() + 1, command.storageMb());
            apply(new PartnerStorageChanged(command.partnerId(), storageMb, command.storageMb()));
        }
        return sections.version();
    }

    /// @return all sections, with the change
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    PartnerSections decide(ChangePartnerSection command, SectionsOfPartners kept, Logos logos) {
        settingsId = command.settingsId();
        requireVersion(command.version());
        PartnerSection before = sections.of(command.type());
        PartnerSection after = command.type().changed(before, command.sent());
        if (after instanceof PartnerSection.Branding branding && branding.logo() == null) {
            logos.remove(command.partnerId(), null);
        }
        change(command.partnerId(), before, after, kept);
        return sections;
    }

    /// @return all sections, with the change
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    PartnerSections decide(ChangePartnerLogo command, SectionsOfPartners kept, Logos logos) {
        settingsId = command.settingsId();
        requireVersion(command.version());
        logos.put(command.partnerId(), null, command.logo());
        PartnerSection.Branding before = sections.branding();
        change(command.partnerId(), before, before.withLogo(command.logo().sha256()), kept);
        return sections;
    }

    /// What is there already writes no fact.
    private void change(
            UUID partnerId, PartnerSection before, PartnerSection after, SectionsOfPartners kept) {
        if (!after.equals(before)) {
            kept.keep(partnerId, sections.version() + 1, after);
            apply(PartnerFacts.of(partnerId, before, after));
        }
    }

    /// The fact belongs to the partner, not to the one in which an operator acted.
    private static void apply(PartnerSettingsEvent fact) {
        AggregateLifecycle.apply(fact, MetaData.with("tenantId", fact.partnerId().toString()));
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
    void evolve(PartnerSettingsEvent event) {
        settingsId = idOf(event.partnerId());
        sections = PartnerFacts.after(sections, event);
        if (event instanceof PartnerStorageChanged(_, _, var afterMb)) {
            storageMb = afterMb;
        }
    }
}
