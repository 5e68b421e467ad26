package io.tallystick.command.settings;

import io.tallystick.edge.lookup.StoragePools;
import io.tallystick.edge.problem.ApiProblem;
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

/// What is set for a partner itself. A pool may become smaller than what was given away of it: then
/// nothing more can be given.
@Aggregate(type = "PartnerSettings")
@SuppressWarnings("NullAway.Init")
class PartnerSettings {

    @AggregateIdentifier private String settingsId;
    private long version;
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
        if (command.version() != version) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "settings_changed",
                    "The settings are at version " + version + ". Read them again.");
        }
        if (command.storageMb() != storageMb) {
            pools.resize(command.partnerId(), version + 1, command.storageMb());
            // The fact belongs to the partner, not to the one in which the operator acted.
            AggregateLifecycle.apply(
                    new PartnerStorageChanged(command.partnerId(), storageMb, command.storageMb()),
                    MetaData.with("tenantId", command.partnerId().toString()));
        }
        return version;
    }

    @EventSourcingHandler
    void evolve(PartnerSettingsEvent event) {
        switch (event) {
            case PartnerStorageChanged(var partnerId, _, var afterMb) -> {
                settingsId = idOf(partnerId);
                storageMb = afterMb;
                version++;
            }
        }
    }
}
