package io.tallystick.command.settings;

import io.tallystick.edge.picture.Png;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// Gives a partner another logo. To have none is a change of its branding.
///
/// @param version what the client has seen
/// @param logo what [io.tallystick.edge.picture.PictureStudio] made
public record ChangePartnerLogo(
        @TargetAggregateIdentifier String settingsId, UUID partnerId, long version, Png logo) {

    public static ChangePartnerLogo of(UUID partnerId, long version, Png logo) {
        return new ChangePartnerLogo(PartnerSettings.idOf(partnerId), partnerId, version, logo);
    }
}
