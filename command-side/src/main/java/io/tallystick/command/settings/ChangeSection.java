package io.tallystick.command.settings;

import io.tallystick.edge.settings.SectionType;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import tools.jackson.databind.JsonNode;

/// @param version what the client has seen
/// @param sent fields of the section; what is left out stays
public record ChangeSection(
        @TargetAggregateIdentifier String settingsId,
        UUID tenantId,
        UUID customerId,
        long version,
        SectionType type,
        JsonNode sent) {

    public static ChangeSection of(
            UUID tenantId, UUID customerId, long version, SectionType type, JsonNode sent) {
        return new ChangeSection(
                CustomerSettings.idOf(customerId), tenantId, customerId, version, type, sent);
    }
}
