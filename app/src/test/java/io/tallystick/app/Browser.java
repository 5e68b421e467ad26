package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a browser does of its own accord: it keeps cookies and posts forms with the page's token.
/// It follows no redirect, so that a test sees it.
public final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new TreeMap<>();
    private final URI base;

    private String source = "";

    public Browser(URI base) {
        this.base = base;
    }

    /// As a proxy would say it.
    void from(String address) {
        source = address;
    }

    public record Page(int status, String body, HttpResponse<?> raw) {

        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        /// Where the page sends the browser.
        public String location() {
            assertThat(status).as(body).isEqualTo(302);
            return URI.create(header("location"))
                    .getRawSchemeSpecificPart()
                    .replaceFirst("^//[^/]*", "");
        }

        public Page expect(int expected) {
            assertThat(status).as(body).isEqualTo(expected);
            return this;
        }
    }

    public Page get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).GET());
    }

    /// @param tag of the answer that the browser has kept
    Page getAgain(String path, String tag) {
        return send(HttpRequest.newBuilder(base.resolve(path)).header("If-None-Match", tag).GET());
    }

    public Page post(String path, Map<String, String> form) {
        String body =
                form.entrySet().stream()
                        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Page signIn(String login, String password) {
        var form = new LinkedHashMap<String, String>();
        form.put("username", login);
        form.put("password", password);
        form.put("_csrf", token("/login"));
        return post("/login", form);
    }

    /// Signs in with the session that there is, which the login page would lead away from.
    Page signInAgain(String login, String password) {
        return submit("/profile", "/login", Map.of("username", login, "password", password));
    }

    /// Posts a form with the token that the page gives.
    Page submit(String page, String path, Map<String, String> fields) {
        var form = new LinkedHashMap<>(fields);
        form.put("_csrf", token(page));
        return post(path, form);
    }

    /// Posts a form with a file, and with the token that the page gives.
    ///
    /// @param name what the file is called, and what it is said to be
    Page upload(String page, String path, String name, byte[] file) {
        return sendFile(path, token(page), name, file);
    }

    /// A form of which the page knows nothing.
    Page uploadFromElsewhere(String path, byte[] file) {
        return sendFile(path, "guessed", "picture.png", file);
    }

    /// A body of which nobody says how long it is.
    Page stream(String path, String contentType, byte[] body) {
        return send(
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Content-Type", contentType)
                        .POST(
                                HttpRequest.BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(body))));
    }

    private Page sendFile(String path, String token, String name, byte[] file) {
        String border = "----border-of-the-tests";
        String before =
                """
                --%1$s\r
                Content-Disposition: form-data; name="_csrf"\r
                \r
                %2$s\r
                --%1$s\r
                Content-Disposition: form-data; name="picture"; filename="%3$s"\r
                Content-Type: image/png\r
                \r
                """
                        .formatted(border, token, name);
        return send(
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Content-Type", "multipart/form-data; boundary=" + border)
                        .POST(
                                HttpRequest.BodyPublishers.concat(
                                        HttpRequest.BodyPublishers.ofString(before),
                                        HttpRequest.BodyPublishers.ofByteArray(file),
                                        HttpRequest.BodyPublishers.ofString(
                                                "\r\n--" + border + "--\r\n"))));
    }

    Page signOut() {
        return post("/logout", Map.of("_csrf", token("/")));
    }

    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    public Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    void takeCookies(Map<String, String> taken) {
        cookies.putAll(taken);
    }

    /// What a form of the page must send.
    public String token(String path) {
        var field = TOKEN.matcher(get(path).expect(200).body());
        assertThat(field.find()).as("the page has a token").isTrue();
        return field.group(1);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Page send(HttpRequest.Builder request) {
        request.header("Accept", "text/html,*/*;q=0.8");
        if (!source.isEmpty()) {
            request.header("X-Forwarded-For", source);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            var answer =
                    http.send(
                            request.timeout(Duration.ofSeconds(60)).build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            answer.headers().allValues("set-cookie").forEach(this::keep);
            return new Page(answer.statusCode(), body(answer), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// A stream of events has no end, so its head is all that is read.
    private static String body(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            String type = answer.headers().firstValue("content-type").orElse("");
            return type.startsWith("text/event-stream")
                    ? ""
                    : new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void keep(String header) {
        String pair = header.substring(0, (header + ";").indexOf(';'));
        String name = pair.substring(0, pair.indexOf('='));
        if (header.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, pair.substring(name.length() + 1));
        }
    }
}
