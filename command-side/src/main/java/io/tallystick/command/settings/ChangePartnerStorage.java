package io.tallystick.command.settings;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// @param version what the client has seen
record ChangePartnerStorage(
        @TargetAggregateIdentifier String settingsId,
        UUID partnerId,
        long version,
        long storageMb) {}
