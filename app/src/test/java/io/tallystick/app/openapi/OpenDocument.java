package io.tallystick.app.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/// What needs no key is this document, and its own schema is not repeated in it.
final class OpenDocument implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (Handlers.isOpen(handler)) {
            var schema = new JsonSchema();
            schema.setTypes(Set.of("object"));
            schema.setDescription("An OpenAPI 3.1 document.");
            Handlers.answer(operation)
                    .content(
                            new Content()
                                    .addMediaType(
                                            "application/json", new MediaType().schema(schema)));
            operation.setSecurity(List.of());
        }
        return operation;
    }
}
