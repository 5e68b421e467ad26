package io.tallystick.app.openapi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.Test;

/// A contract that nothing breaks holds nothing.
class ContractTest {

    private static final Contract CONTRACT = new Contract();
    private static final String PARTNER =
            "{\"id\": \"019ab4c5-0000-7000-8000-000000000000\", \"key\": \"wall\", \"name\": \"Wall\"}";

    private static final HttpRequest CREATE =
            HttpRequest.newBuilder(URI.create("http://localhost/api/v1/partners"))
                    .header("Authorization", "Bearer key")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();

    private record Answer(int statusCode, String type, String body)
            implements HttpResponse<String> {

        @Override
        public HttpHeaders headers() {
            return HttpHeaders.of(
                    Map.of(
                            "Content-Type", List.of(type),
                            "Location", List.of("/api/v1/partners/wall"),
                            "Tallystick-Position", List.of("7")),
                    (_, _) -> true);
        }

        @Override
        public HttpRequest request() {
            return CREATE;
        }

        @Override
        public Optional<HttpResponse<String>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public Optional<SSLSession> sslSession() {
            return Optional.empty();
        }

        @Override
        public URI uri() {
            return CREATE.uri();
        }

        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }

    @Test
    void what_the_document_promises_passes() {
        assertThatCode(() -> answer(201, "application/json", PARTNER)).doesNotThrowAnyException();
        assertThatCode(() -> answer(409, "application/problem+json", problem("partner_key_taken")))
                .doesNotThrowAnyException();
    }

    @Test
    void a_field_that_is_missing_wrong_or_unknown_fails() {
        refused(201, "application/json", PARTNER.replace("\"name\"", "\"label\""), "name");
        refused(201, "application/json", PARTNER.replace("\"wall\"", "7"), "integer");
        refused(201, "application/json", PARTNER.replace("{", "{\"size\": 1, "), "size");
    }

    @Test
    void a_status_or_a_type_that_is_not_promised_fails() {
        refused(200, "application/json", PARTNER, "200");
        refused(201, "text/plain", PARTNER, "text/plain");
    }

    @Test
    void a_code_that_is_not_promised_fails() {
        refused(409, "application/problem+json", problem("another_code"), "another_code");
    }

    @Test
    void a_request_that_was_taken_and_is_not_allowed_fails() {
        assertThatThrownBy(() ->
                        send("{\"key\": \"wall\"}", new Answer(201, "application/json", PARTNER)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("name");
    }

    private static void refused(int status, String type, String body, String told) {
        assertThatThrownBy(() -> answer(status, type, body))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("POST http://localhost/api/v1/partners")
                .hasMessageContaining(told);
    }

    private static void answer(int status, String type, String body) {
        send("{\"key\": \"wall\", \"name\": \"Wall\"}", new Answer(status, type, body));
    }

    private static void send(String body, Answer answer) {
        CONTRACT.check(CREATE, body.getBytes(StandardCharsets.UTF_8), answer);
    }

    private static String problem(String code) {
        return "{\"type\": \"https://tallystick.io/problems/x\", \"title\": \"Conflict\", \"status\": 409,"
                + " \"detail\": \"No.\", \"code\": \""
                + code
                + "\", \"traceId\": \"1\", \"errors\": []}";
    }
}
