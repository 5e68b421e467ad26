package io.tallystick.command.settings;

import io.tallystick.edge.picture.Png;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// Gives a customer another logo. To have none is a change of its branding.
///
/// @param version what the client has seen
/// @param logo what [io.tallystick.edge.picture.PictureStudio] made
public record ChangeLogo(
        @TargetAggregateIdentifier String settingsId,
        UUID tenantId,
        UUID customerId,
        long version,
        Png logo) {

    public static ChangeLogo of(UUID tenantId, UUID customerId, long version, Png logo) {
        return new ChangeLogo(
                CustomerSettings.idOf(customerId), tenantId, customerId, version, logo);
    }
}
