package io.tallystick.app.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;

/// The errors of an endpoint: those that its doc comment names, and those that follow from what it
/// takes. [Contract] fails for a code that is not among them.
final class Refusals implements GlobalOperationCustomizer {

    static final String CODES = "x-codes";

    private static final String INVALID = "invalid_request";

    private final DocComments comments;

    Refusals(DocComments comments) {
        this.comments = comments;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        codes(handler)
                .forEach((status, codes) ->
                        operation
                                .getResponses()
                                .addApiResponse(
                                        status.toString(), refusal(status, codes, handler)));
        return operation;
    }

    private SortedMap<Integer, SortedSet<String>> codes(HandlerMethod handler) {
        SortedMap<Integer, SortedSet<String>> codes = new TreeMap<>();
        comments.of(handler.getBeanType(), handler.getMethod().getName())
                .errors()
                .forEach((status, named) -> add(codes, status, named.toArray(String[]::new)));
        add(codes, 400, "request_rejected", "key_in_query");
        add(codes, 401, "invalid_key");
        add(codes, 406, "not_acceptable");
        add(codes, 500, "internal_error");
        if (Handlers.isOpen(handler)) {
            return codes;
        }
        add(codes, 401, "credential_required");
        add(codes, 403, "partner_header_not_allowed", "api_access_disabled");
        add(codes, 404, "partner_not_found");
        add(codes, 429, "rate_limited");
        add(codes, 503, "log_unavailable");
        if (Handlers.waits(handler)) {
            add(codes, 503, "projection_behind");
        }
        if (Handlers.waits(handler) || Handlers.hasBody(handler) || Handlers.isIngest(handler)) {
            add(codes, 400, INVALID);
        }
        if (Handlers.hasBody(handler)) {
            add(codes, 400, "unreadable_body", "malformed_json");
        }
        if (Handlers.hasBody(handler) || Handlers.isIngest(handler)) {
            add(codes, 415, "unsupported_media_type");
        }
        if (Handlers.isCommand(handler)) {
            add(codes, 409, "concurrent_change");
        }
        return codes;
    }

    private static void add(
            SortedMap<Integer, SortedSet<String>> codes, int status, String... more) {
        codes.computeIfAbsent(status, _ -> new TreeSet<>()).addAll(List.of(more));
    }

    private static ApiResponse refusal(
            Integer status, SortedSet<String> codes, HandlerMethod handler) {
        boolean hasResults = Handlers.isIngest(handler) && (status == 400 || status == 409);
        String schema = hasResults ? "IngestProblem" : "Problem";
        var response =
                new ApiResponse()
                        .description(
                                codes.stream()
                                        .map(code -> "`" + code + "`")
                                        .collect(Collectors.joining(", ")))
                        .content(
                                new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(
                                                                new JsonSchema()
                                                                        .$ref(
                                                                                "#/components/schemas/"
                                                                                        + schema))));
        response.addExtension(CODES, List.copyOf(codes));
        switch (status) {
            case 401 -> add(response, HttpHeaders.WWW_AUTHENTICATE);
            case 429 -> {
                add(response, HttpHeaders.RETRY_AFTER);
                RateLimits.describe(response);
            }
            case 503 -> add(response, HttpHeaders.RETRY_AFTER);
            default -> {}
        }
        return response;
    }

    private static void add(ApiResponse response, String header) {
        response.addHeaderObject(header, Frame.header(header));
    }
}
