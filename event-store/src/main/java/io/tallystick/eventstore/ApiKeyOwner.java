package io.tallystick.eventstore;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `access.ApiKeyIssued` said nothing of the key's owner while there were operators' keys only.
/// Those are kept under the tenant that is always there.
final class ApiKeyOwner extends SingleEventUpcaster {

    private static final SimpleSerializedType FIRST =
            new SimpleSerializedType("access.ApiKeyIssued", "1");
    private static final SimpleSerializedType SECOND =
            new SimpleSerializedType("access.ApiKeyIssued", "2");
    private static final String DEFAULT_PARTNER = "01900000-0000-7000-8000-000000000001";

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(FIRST);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(SECOND, JsonNode.class, ApiKeyOwner::withOwner);
    }

    private static JsonNode withOwner(JsonNode key) {
        return ((ObjectNode) key).put("partnerId", DEFAULT_PARTNER).putNull("customerId");
    }
}
