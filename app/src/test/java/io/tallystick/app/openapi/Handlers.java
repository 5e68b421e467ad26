package io.tallystick.app.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.tallystick.edge.position.Positions;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/// What the signature of an endpoint's method tells about its answers.
final class Handlers {

    private static final String INGEST = "io.tallystick.ingest";

    private Handlers() {}

    static boolean isRead(HandlerMethod handler) {
        return List.of(mapping(handler).method()).contains(RequestMethod.GET);
    }

    static boolean isIngest(HandlerMethod handler) {
        return handler.getBeanType().getPackageName().equals(INGEST);
    }

    static boolean isCommand(HandlerMethod handler) {
        return !isRead(handler) && !isIngest(handler);
    }

    static boolean hasBody(HandlerMethod handler) {
        return has(handler, RequestBody.class);
    }

    static boolean waits(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .map(parameter -> parameter.getParameterAnnotation(RequestHeader.class))
                .anyMatch(header -> header != null && header.name().equals(Positions.WAIT_FOR));
    }

    /// Whether it needs a key; the caller is asked for by every endpoint that does.
    static boolean isOpen(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .noneMatch(
                        parameter -> parameter.getParameterType().getSimpleName().equals("Caller"));
    }

    /// What it answers when all is well and it says nothing else.
    static ApiResponse answer(Operation operation) {
        return Objects.requireNonNull(operation.getResponses().get("200"));
    }

    private static boolean has(HandlerMethod handler, Class<? extends Annotation> annotation) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch((MethodParameter parameter) ->
                        parameter.hasParameterAnnotation(annotation));
    }

    private static RequestMapping mapping(HandlerMethod handler) {
        return Objects.requireNonNull(
                AnnotatedElementUtils.findMergedAnnotation(
                        handler.getMethod(), RequestMapping.class));
    }
}
