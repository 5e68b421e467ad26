package io.tallystick.command.settings;

import io.tallystick.edge.settings.PartnerSectionType;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import tools.jackson.databind.JsonNode;

/// @param version what the client has seen
/// @param sent fields of the section; what is left out stays
public record ChangePartnerSection(
        @TargetAggregateIdentifier String settingsId,
        UUID partnerId,
        long version,
        PartnerSectionType type,
        JsonNode sent) {

    public static ChangePartnerSection of(
            UUID partnerId, long version, PartnerSectionType type, JsonNode sent) {
        return new ChangePartnerSection(
                PartnerSettings.idOf(partnerId), partnerId, version, type, sent);
    }
}
