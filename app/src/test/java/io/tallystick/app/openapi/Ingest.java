package io.tallystick.app.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/// Ingest reads its body and makes its answers by itself, so its signature tells neither.
final class Ingest implements GlobalOperationCustomizer {

    private static final String ANSWER = "IngestAnswer";

    private final Frame frame;

    Ingest(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (!Handlers.isIngest(handler)) {
            return operation;
        }
        operation.setRequestBody(new RequestBody().$ref("#/components/requestBodies/Events"));
        operation.addParametersItem(frame.parameter("Prefer").orElseThrow());
        operation.addParametersItem(frame.parameter("Content-Encoding").orElseThrow());
        var responses = operation.getResponses();
        responses.addApiResponse("200", counted("Nothing was rejected."));
        responses.addApiResponse(
                "204",
                at("Nothing was rejected, and the request preferred no body.")
                        .addHeaderObject("Preference-Applied", Frame.header("Preference-Applied")));
        responses.addApiResponse(
                "207", counted("Some events were rejected, or all, for different reasons."));
        return operation;
    }

    /// The record of the answer is private to its room, so it is found by its name.
    static void addSchemas(Components components) {
        try {
            Class<?> answer = Class.forName("io.tallystick.ingest." + ANSWER);
            ModelConverters.getInstance(true)
                    .resolveAsResolvedSchema(new AnnotatedType(answer))
                    .referencedSchemas
                    .forEach(components::addSchemas);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ApiResponse counted(String description) {
        var schema = new JsonSchema().$ref("#/components/schemas/" + ANSWER);
        return at(description)
                .content(
                        new Content()
                                .addMediaType("application/json", new MediaType().schema(schema)));
    }

    private static ApiResponse at(String description) {
        return new ApiResponse()
                .description(description)
                .addHeaderObject("Tallystick-Request", Frame.header("Tallystick-Request"))
                .addHeaderObject("Tallystick-Position", Frame.header("Tallystick-Position-If-Any"));
    }
}
