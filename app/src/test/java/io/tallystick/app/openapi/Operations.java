package io.tallystick.app.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/// An operation has the name of the endpoint's method and the text of its doc comment. A command
/// answers where the log stands.
final class Operations implements GlobalOperationCustomizer {

    private final DocComments comments;

    Operations(DocComments comments) {
        this.comments = comments;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        String method = handler.getMethod().getName();
        DocComment comment = comments.of(handler.getBeanType(), method);
        operation.setOperationId(method);
        operation.setSummary(comment.summary());
        operation.setDescription(comment.detail().isEmpty() ? null : comment.detail());
        operation.getResponses().forEach((status, response) -> answer(handler, status, response));
        return operation;
    }

    private static void answer(HandlerMethod handler, String status, ApiResponse response) {
        response.setDescription(
                switch (status) {
                    case "201" -> "It was created.";
                    case "202" -> "It has begun.";
                    case "204" -> "It is done.";
                    default -> "The answer.";
                });
        if (!Handlers.isOpen(handler)) {
            RateLimits.describe(response);
        }
        if (Handlers.isCommand(handler)) {
            response.addHeaderObject("Tallystick-Position", Frame.header("Tallystick-Position"));
        }
        if (status.equals("201")) {
            response.addHeaderObject("Location", Frame.header("Location"));
        }
    }
}
