package io.tallystick.app.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.SimpleValidationReportFormat;
import com.atlassian.oai.validator.report.ValidationReport;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Holds what goes over the wire to the committed document. Every answer must be one that the
/// document promises; a request must be one that it allows only where the server took it, because
/// tests also send what is wrong on purpose.
public final class Contract {

    private static final String BASE = "/api/v1/";

    private final CommittedDocument document = CommittedDocument.read();
    private final OpenApiInteractionValidator validator =
            OpenApiInteractionValidator.createForInlineApiSpecification(document.text()).build();

    /// @param body what was sent, empty for none
    /// @throws AssertionError with every difference
    public void check(HttpRequest request, byte[] body, HttpResponse<String> answer) {
        URI uri = request.uri();
        if (!uri.getPath().startsWith(BASE)) {
            return;
        }
        Optional<JsonNode> operation = document.operation(request.method(), uri.getPath());
        if (operation.isEmpty()) {
            assertIsProblem(request, answer);
            return;
        }
        var method = Request.Method.valueOf(request.method());
        accept(
                request,
                answer,
                validator.validateResponse(uri.getRawPath(), method, response(answer)));
        if (answer.statusCode() >= 400) {
            assertCodeIsPromised(request, answer, operation.get());
        } else if (request.headers().firstValue("Content-Encoding").isEmpty()) {
            accept(request, answer, validator.validateRequest(request(request, body)));
        }
    }

    /// What no operation takes is refused like everything else.
    private void assertIsProblem(HttpRequest request, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(told(request, answer)).isGreaterThanOrEqualTo(400);
        assertThat(document.json(answer.body()).propertyNames())
                .as(told(request, answer))
                .containsAll(document.requiredOfProblem());
    }

    private void assertCodeIsPromised(
            HttpRequest request, HttpResponse<String> answer, JsonNode operation) {
        String status = Integer.toString(answer.statusCode());
        JsonNode codes = operation.at("/responses/" + status + "/" + Refusals.CODES);
        assertThat(codes.valueStream().map(JsonNode::asString))
                .as("codes of " + told(request, answer))
                .contains(document.json(answer.body()).get("code").asString());
    }

    private static void accept(
            HttpRequest request, HttpResponse<String> answer, ValidationReport report) {
        assertThat(report.hasErrors())
                .as(
                        "%s differs from docs/openapi.json: %s",
                        told(request, answer),
                        SimpleValidationReportFormat.getInstance().apply(report))
                .isFalse();
    }

    private static String told(HttpRequest request, HttpResponse<String> answer) {
        return request.method()
                + " "
                + request.uri()
                + " -> "
                + answer.statusCode()
                + " "
                + answer.body();
    }

    private static SimpleResponse response(HttpResponse<String> answer) {
        var response = SimpleResponse.Builder.status(answer.statusCode());
        answer.headers().map().forEach(response::withHeader);
        if (!answer.body().isEmpty()) {
            response.withBody(answer.body());
        }
        return response.build();
    }

    /// Without lists in the query string, which the validator would read as JSON.
    private SimpleRequest request(HttpRequest sent, byte[] body) {
        var request = new SimpleRequest.Builder(sent.method(), sent.uri().getRawPath());
        sent.headers().map().forEach(request::withHeader);
        String query = sent.uri().getRawQuery();
        if (query != null) {
            for (String parameter : query.split("&")) {
                String[] parts = parameter.split("=", 2);
                String name = decode(parts[0]);
                if (!document.lists().contains(name)) {
                    request.withQueryParam(name, parts.length == 1 ? "" : decode(parts[1]));
                }
            }
        }
        if (body.length > 0) {
            request.withBody(new String(body, StandardCharsets.UTF_8));
        }
        return request.build();
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
