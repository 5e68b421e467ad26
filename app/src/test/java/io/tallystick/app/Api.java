package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.app.openapi.Contract;
import io.tallystick.edge.position.Positions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client of the public API that reads what was written before, as an integration should: a read
/// waits for the newest position that any client of the same server was told, unless it names
/// another one. Every answer is held to the [Contract].
public final class Api {

    public static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Contract CONTRACT = new Contract();
    private static final byte[] NOTHING = {};
    private static final Map<URI, Long> NEWEST = new ConcurrentHashMap<>();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final @Nullable String key;
    private final @Nullable String partner;

    public Api(int port, @Nullable String key) {
        this(URI.create("http://localhost:" + port), key, null);
    }

    private Api(URI base, @Nullable String key, @Nullable String partner) {
        this.base = base;
        this.key = key;
        this.partner = partner;
    }

    public Api inPartner(String name) {
        return new Api(base, key, name);
    }

    public Api withoutKey() {
        return new Api(base, null, null);
    }

    public Api withKey(String other) {
        return new Api(base, other, null);
    }

    public URI base() {
        return base;
    }

    public record Answer(int status, String body, HttpResponse<String> raw) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public long position() {
            return raw.headers().firstValueAsLong(Positions.POSITION).orElseThrow();
        }

        public Answer expect(int expected) {
            assertThat(status).as(body).isEqualTo(expected);
            return this;
        }

        public Answer expectProblem(int expected, String code) {
            expect(expected);
            assertThat(raw.headers().firstValue("content-type"))
                    .contains("application/problem+json");
            assertThat(json().get("code").asString()).isEqualTo(code);
            assertThat(json().get("traceId").asString()).isNotEmpty();
            return this;
        }
    }

    public Answer get(String path, String... headers) {
        HttpRequest.Builder request = request(path, headers);
        if (!List.of(headers).contains(Positions.WAIT_FOR)) {
            request.header(Positions.WAIT_FOR, Long.toString(NEWEST.getOrDefault(base, 0L)));
        }
        return send(request.GET(), NOTHING);
    }

    public Answer post(String path, Object body, String... headers) {
        return send("POST", path, "application/json", JSON.writeValueAsBytes(body), headers);
    }

    public Answer patch(String path, Object body, String... headers) {
        return send("PATCH", path, "application/json", JSON.writeValueAsBytes(body), headers);
    }

    public Answer delete(String path, String... headers) {
        return send(request(path, headers).DELETE(), NOTHING);
    }

    public Answer send(
            String method, String path, String contentType, byte[] body, String... headers) {
        return send(
                request(path, headers)
                        .header("Content-Type", contentType)
                        .method(method, HttpRequest.BodyPublishers.ofByteArray(body)),
                body);
    }

    /// Reads what the position includes.
    public Answer getAfter(long position, String path) {
        return get(path, Positions.WAIT_FOR, Long.toString(position));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(60));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        if (partner != null) {
            request.header("Tallystick-Partner", partner);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private Answer send(HttpRequest.Builder prepared, byte[] body) {
        HttpRequest request = prepared.build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            CONTRACT.check(request, body, answer);
            answer.headers()
                    .firstValueAsLong(Positions.POSITION)
                    .ifPresent(position -> NEWEST.merge(base, position, Math::max));
            return new Answer(answer.statusCode(), answer.body(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
