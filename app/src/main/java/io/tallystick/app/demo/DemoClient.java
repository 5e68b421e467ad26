package io.tallystick.app.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Uses the public API like any other client; there is no back door for sample data.
final class DemoClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int CONFLICT = 409;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final URI base;
    private final String key;

    DemoClient(URI base, String key) {
        this.base = base;
        this.key = key;
    }

    /// A second start of the demo finds the partner and its customers.
    void createPartner() throws IOException, InterruptedException {
        create(
                "/api/v1/partners",
                Map.of("key", DemoCustomer.PARTNER_KEY, "name", DemoCustomer.PARTNER_NAME),
                false);
    }

    void createCustomer(DemoCustomer customer) throws IOException, InterruptedException {
        create(
                "/api/v1/customers",
                Map.of(
                        "key", customer.key(),
                        "name", customer.name(),
                        "timeZone", customer.timeZone(),
                        "currency", customer.currency(),
                        "country", customer.country()),
                true);
    }

    /// Charges a customer in credits from now on, and grants some. A second start finds other
    /// settings than those of a new customer, and leaves them alone.
    void startCredits(DemoCustomer customer) throws IOException, InterruptedException {
        String path = "/api/v1/customers/" + customer.key();
        Map<String, Object> settings =
                Map.of(
                        "enabled",
                        true,
                        "creditsPerMinute",
                        "1",
                        "creditsPerSmsSegment",
                        "0.1",
                        "creditsPerEmail",
                        "0.05",
                        "notificationsEnabled",
                        true,
                        "lowCreditThreshold",
                        "1000",
                        "furtherThresholds",
                        List.of("250"),
                        "recipients",
                        List.of("finance@everest-travel.example"));
        HttpRequest.Builder change =
                request(path + "/settings/aiCredits", settings)
                        .header("If-Match", "0")
                        .method(
                                "PATCH",
                                HttpRequest.BodyPublishers.ofByteArray(
                                        json.writeValueAsBytes(settings)));
        if (isDone(path, change, true)) {
            String grants = path + "/credits/grants";
            for (Map<String, Object> grant : DemoCustomer.GRANTS) {
                isDone(grants, request(grants, grant), true);
            }
        }
    }

    private void create(String path, Map<String, String> body, boolean inPartner)
            throws IOException, InterruptedException {
        isDone(path, request(path, body), inPartner);
    }

    /// @return false where it is there already
    private boolean isDone(String path, HttpRequest.Builder request, boolean inPartner)
            throws IOException, InterruptedException {
        if (inPartner) {
            request.header("Tallystick-Partner", DemoCustomer.PARTNER_KEY);
        }
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() >= 400 && answer.statusCode() != CONFLICT) {
            throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.statusCode() != CONFLICT;
    }

    private HttpRequest.Builder request(String path, Map<String, ?> body) {
        return request(path, "application/json", json.writeValueAsBytes(body));
    }

    void send(List<DemoTraffic.Event> events) throws IOException, InterruptedException {
        List<Map<String, Object>> batch = events.stream().map(DemoClient::cloudEvent).toList();
        HttpRequest.Builder request =
                request(
                                "/api/v1/events",
                                "application/cloudevents-batch+json",
                                json.writeValueAsBytes(batch))
                        .header("Tallystick-Partner", DemoCustomer.PARTNER_KEY)
                        .header("Prefer", "return=minimal");
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() >= 400) {
            throw new IOException(
                    "events were answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    private static Map<String, Object> cloudEvent(DemoTraffic.Event event) {
        return Map.of(
                "specversion", "1.0",
                "id", event.id(),
                "source", event.source(),
                "type", event.type(),
                "subject", event.subject(),
                "time", event.time().toString(),
                "data", event.data());
    }

    private HttpRequest.Builder request(String path, String contentType, byte[] body) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
