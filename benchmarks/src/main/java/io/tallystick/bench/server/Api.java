package io.tallystick.bench.server;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the benchmarks ask of the server besides taking events.
public final class Api implements AutoCloseable {

    public static final int CUSTOMERS = 100;

    private static final int UNLIMITED = 1_000_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long POLL_NANOS = 5_000_000;

    private final HttpConnection http;

    public Api(Server server) throws IOException {
        this.http = new HttpConnection(server.port());
    }

    public static String customer(int number) {
        return "customer-%03d".formatted(number);
    }

    /// Customers outlive a run that keeps its data, so one that is there is as good.
    public void createCustomers() throws IOException {
        for (int number = 0; number < CUSTOMERS; number++) {
            String key = customer(number);
            HttpAnswer answer =
                    http.post(
                            "/api/v1/customers",
                            "{\"key\":\"%s\",\"name\":\"Customer %d\"}".formatted(key, number));
            if (answer.status() != 409) {
                answer.orFail();
            }
        }
    }

    /// A key of a customer, and how it goes again.
    public record CustomerKey(String customer, String id, String secret) {}

    /// A key that may send and ask as much as it likes.
    public CustomerKey issueKey(String customer) throws IOException {
        String path = "/api/v1/customers/" + customer;
        JsonNode limits = JSON.readTree(http.get(path + "/settings").orFail().body());
        http.send(
                        "PATCH",
                        path + "/settings/apiLimits",
                        "{\"tier\":\"enterprise\",\"requestsPerMinute\":" + UNLIMITED + "}",
                        "If-Match: " + limits.get("version").asString() + "\r\n")
                .orFail();
        HttpAnswer issued =
                http.post(
                        path + "/api-keys",
                        "{\"name\":\"Benchmark\",\"permissions\":[\"read\",\"write\"]}");
        JsonNode key = JSON.readTree(issued.orFail().body());
        return new CustomerKey(customer, key.get("id").asString(), key.get("secret").asString());
    }

    public void revoke(CustomerKey key) throws IOException {
        http.delete("/api/v1/customers/" + key.customer() + "/api-keys/" + key.id()).orFail();
    }

    /// Until every projection has seen the position.
    public void awaitProjections(long position) throws IOException {
        while (slowestProjection() < position) {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    public long slowestProjection() throws IOException {
        return StreamSupport.stream(projections().spliterator(), false)
                .mapToLong(projection -> projection.get("position").asLong())
                .min()
                .orElseThrow();
    }

    private JsonNode projections() throws IOException {
        return JSON.readTree(http.get("/api/v1/admin/projections").orFail().body());
    }

    /// Returns when the projection was computed anew and readers see the new rows.
    public void replay(String projection) throws IOException {
        int before = generation(projection);
        http.post(
                        "/api/v1/admin/projections/" + projection + "/replay",
                        "{\"reason\":\"benchmark\"}")
                .orFail();
        while (generation(projection) == before) {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private int generation(String name) throws IOException {
        return StreamSupport.stream(projections().spliterator(), false)
                .filter(projection -> projection.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .get("generation")
                .asInt();
    }

    /// All calls that the meter counts, behind the position.
    public long calls(long position) throws IOException {
        JsonNode answer =
                JSON.readTree(
                        http.get(
                                        "/api/v1/meters/calls/query",
                                        "Tallystick-Wait-For: " + position + "\r\n")
                                .orFail()
                                .body());
        long calls = 0;
        for (JsonNode window : answer.get("data")) {
            calls += window.get("value").asLong();
        }
        return calls;
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
