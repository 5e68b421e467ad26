package io.tallystick.projections.audit;

import java.util.UUID;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/// Who did it, as the fact's metadata says. Facts of older versions say less.
///
/// @param tenantId the tenant that it acted in, null where the fact does not say
/// @param customerId the only customer that it acted for
/// @param keyId of the key that the request came with, null for a session
record Actor(
        String type,
        String id,
        String label,
        @Nullable UUID tenantId,
        @Nullable UUID customerId,
        @Nullable String keyId,
        @Nullable String requestId,
        @Nullable String ip,
        @Nullable String userAgent) {

    private static final String NOBODY = "system";

    static Actor of(MetaData metadata) {
        String type = text(metadata, "actorType");
        String id = text(metadata, "actorId");
        String label = text(metadata, "actorLabel");
        return new Actor(
                type == null ? NOBODY : type,
                id == null ? NOBODY : id,
                label == null ? (id == null ? NOBODY : id) : label,
                id(metadata, "tenantId"),
                id(metadata, "actorCustomerId"),
                text(metadata, "keyId"),
                text(metadata, "requestId"),
                text(metadata, "ip"),
                text(metadata, "userAgent"));
    }

    boolean isMember() {
        return type.equals("member");
    }

    private static @Nullable UUID id(MetaData metadata, String name) {
        String text = text(metadata, name);
        return text == null ? null : UUID.fromString(text);
    }

    private static @Nullable String text(MetaData metadata, String name) {
        Object value = metadata.get(name);
        return value == null ? null : value.toString();
    }
}
