package io.tallystick.command.settings;

import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.settings.SectionType;
import io.tallystick.edge.settings.StorageUse;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// @param version what the client has seen
/// @param sent fields of the section; what is left out stays
/// @param usedMb what the customer was seen to store, null where it does not matter
public record ChangeSection(
        @TargetAggregateIdentifier String settingsId,
        UUID tenantId,
        UUID customerId,
        long version,
        SectionType type,
        JsonNode sent,
        @Nullable Long usedMb) {

    public static ChangeSection of(
            UUID tenantId,
            UUID customerId,
            long version,
            SectionType type,
            JsonNode sent,
            StorageUse storage) {
        boolean allocates = type == SectionType.KNOWLEDGE_BASE && sent.has("allocatedMb");
        return new ChangeSection(
                CustomerSettings.idOf(customerId),
                tenantId,
                customerId,
                version,
                type,
                sent,
                allocates ? storage.usedMb(new Sight(tenantId, customerId), customerId) : null);
    }

    static ChangeSection ofBranding(UUID tenantId, UUID customerId, long version, JsonNode sent) {
        return new ChangeSection(
                CustomerSettings.idOf(customerId),
                tenantId,
                customerId,
                version,
                SectionType.BRANDING,
                sent,
                null);
    }
}
