package io.tallystick.app.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.filters.GlobalOpenApiMethodFilter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/// A second method for the same path that answers a file is no operation of its own, but another
/// content of the first one's answer.
final class AnswerFiles implements GlobalOpenApiMethodFilter, GlobalOperationCustomizer {

    private static final List<File> KNOWN =
            List.of(
                    new File(
                            "/query",
                            "text/csv",
                            "RFC 4180, with `window_start,window_end,subject,<groups>,value` as its first line. Text that a spreadsheet would run begins with an apostrophe.",
                            """
                            window_start,window_end,subject,agent,value
                            2026-11-21T00:00:00Z,2026-11-22T00:00:00Z,harbor-dental,Front desk,12.5
                            """),
                    new File(
                            "/self-healed-contacts",
                            "text/csv",
                            "RFC 4180, with the names of the chosen columns as its first line; at most 50,000 rows. A cell that nobody knows is empty. Text that a spreadsheet would run begins with an apostrophe, telephone numbers stay as they are.",
                            """
                            External ID,New Number,Old Number
                            crm-1,+14155550111,+14155550100
                            """),
                    new File(
                            "/system-log",
                            "text/csv",
                            "RFC 4180, newest first, with the names of its columns as the first line; at most 100,000 entries. Text that a spreadsheet would run begins with an apostrophe.",
                            """
                            position,id,occurred_at,type,action,actor_type,actor_id,actor_label,target_type,target_id,target_label,outcome,summary
                            4711,4711-0,2026-11-21T09:30:00Z,data_change,access.CustomerDetailsChanged,operator,01900000-0000-7000-8000-000000000009,Operator key,customer,01900000-0000-7000-8000-000000000002,Harbor Dental,succeeded,Details of the customer Harbor Dental were changed.
                            """),
                    new File(
                            "/system-log",
                            "application/x-ndjson",
                            "A whole entry a line, newest first; at most 100,000 entries.",
                            """
                            {"id":"4711-0","position":4711,"type":"data_change"}
                            """));

    /// @param path how the paths end that answer it
    private record File(String path, String type, String description, String example) {

        boolean isOf(RequestMapping mapping) {
            return Arrays.stream(mapping.produces()).anyMatch(it -> it.startsWith(type))
                    && Arrays.stream(mapping.path()).anyMatch(it -> it.endsWith(path));
        }
    }

    @Override
    public boolean isMethodToInclude(Method method) {
        RequestMapping mapping = mapping(method);
        return mapping == null || KNOWN.stream().noneMatch(file -> file.isOf(mapping));
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        KNOWN.stream()
                .filter(file -> isBeside(file, handler))
                .forEach(file -> add(operation, file));
        return operation;
    }

    private static boolean isBeside(File file, HandlerMethod handler) {
        RequestMapping own = mapping(handler.getMethod());
        return own != null
                && Arrays.stream(handler.getBeanType().getDeclaredMethods())
                        .map(AnswerFiles::mapping)
                        .anyMatch(other ->
                                other != null
                                        && file.isOf(other)
                                        && Arrays.equals(other.path(), own.path()));
    }

    private static void add(Operation operation, File file) {
        var schema = new JsonSchema();
        schema.setTypes(Set.of("string"));
        schema.setDescription(file.description());
        Handlers.answer(operation)
                .addHeaderObject("Tallystick-Position", Frame.header("Tallystick-Position-If-Any"))
                .getContent()
                .addMediaType(file.type(), new MediaType().schema(schema).example(file.example()));
    }

    private static @Nullable RequestMapping mapping(Method method) {
        return AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
    }
}
