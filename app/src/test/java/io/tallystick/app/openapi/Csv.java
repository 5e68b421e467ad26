package io.tallystick.app.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.filters.GlobalOpenApiMethodFilter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/// A second method for the same path that answers CSV is no operation of its own, but another
/// content of the first one's answer.
final class Csv implements GlobalOpenApiMethodFilter, GlobalOperationCustomizer {

    private static final String TYPE = "text/csv";
    private static final String EXAMPLE =
            """
            window_start,window_end,subject,agent,value
            2026-11-21T00:00:00Z,2026-11-22T00:00:00Z,harbor-dental,Front desk,12.5
            """;

    @Override
    public boolean isMethodToInclude(Method method) {
        RequestMapping mapping =
                AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        return mapping == null
                || Arrays.stream(mapping.produces()).noneMatch(type -> type.startsWith(TYPE));
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        boolean hasCsv =
                Arrays.stream(handler.getBeanType().getDeclaredMethods())
                        .anyMatch(method -> !isMethodToInclude(method));
        if (hasCsv) {
            var schema = new JsonSchema();
            schema.setTypes(Set.of("string"));
            schema.setDescription(
                    "RFC 4180, with `window_start,window_end,subject,<groups>,value` as its first line. Text that a spreadsheet would run begins with an apostrophe.");
            Handlers.answer(operation)
                    .addHeaderObject(
                            "Tallystick-Position", Frame.header("Tallystick-Position-If-Any"))
                    .getContent()
                    .addMediaType(TYPE, new MediaType().schema(schema).example(EXAMPLE));
        }
        return operation;
    }
}
