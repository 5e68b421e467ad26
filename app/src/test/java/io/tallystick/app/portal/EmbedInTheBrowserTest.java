package io.tallystick.app.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.sun.net.httpserver.HttpServer;
import io.tallystick.app.Api;
import io.tallystick.app.RunningApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A page on another origin shows a customer's usage in a frame, in a real browser that keeps no
/// cookie of another site.
class EmbedInTheBrowserTest extends RunningApplication {

    /// The frame looks every ten seconds whether there is more to see.
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

    private final String customer = "embed-" + UUID.randomUUID();
    private final String path = "/api/v1/customers/" + customer;
    private final AtomicReference<String> framed = new AtomicReference<>("about:blank");
    private final Complaints complaints = new Complaints();

    private HttpServer host;
    private HttpServer foreign;

    @BeforeEach
    void two_hosts_and_a_customer_with_a_portal() throws IOException {
        host = host();
        foreign = host();
        var named = Map.of("key", customer, "name", "Harbor", "email", "post@example.com");
        api().post("/api/v1/customers", named).expect(201);
        api().patch(path + "/settings/portal", Map.of("enabled", true), "If-Match", "0")
                .expect(200);
        long position = api().post("/api/v1/events", List.of(sms())).expect(200).position();
        api().getAfter(position, path + "/usage").expect(200);
    }

    @AfterEach
    void stop() {
        host.stop(0);
        foreign.stop(0);
    }

    @Test
    void a_frame_shows_the_usage_on_its_own_page_only_until_it_is_revoked() {
        try (var chromium = Chromium.start()) {
            Page page = Window.open(chromium);
            complaints.listenTo(page);

            String id = frame("usage", "days");
            page.navigate(origin(host));
            FrameLocator frame = page.frameLocator("iframe");
            assertThat(frame.locator("[data-meter=sms_segments] [data-quantity]")).hasText("2");
            frame.getByText("Day by day").click();
            assertThat(frame.locator("#days")).isVisible();
            Window.screenshot(page, "embed-in-a-frame");
            page.setViewportSize(390, 844);
            Window.expectNothingWiderThanAPhone(page);
            Window.screenshot(page, "embed-in-a-frame-phone");
            assertThat(complaints.heard()).isEmpty();

            // What is open in the frame notices by itself.
            api().delete(path + "/embed-urls/" + id).expect(204);
            complaints.duringWhich(() ->
                    assertThat(frame.getByText("This is not shown any more."))
                            .isVisible(PATIENTLY));
            assertThat(frame.locator("#days")).hasCount(0);
        }
    }

    @Test
    void a_foreign_page_shows_nothing_and_leaves_the_link_to_whom_it_was_given() {
        try (var chromium = Chromium.start()) {
            Page page = Window.open(chromium);
            frame("usage");

            page.navigate(origin(foreign));
            page.waitForLoadState();
            assertThat(page.locator("iframe")).hasCount(1);
            assertThat(page.frameLocator("iframe").locator("[data-meter]")).hasCount(0);
            assertThat(state()).isEqualTo("open");

            page.navigate(origin(host));
            assertThat(page.frameLocator("iframe").locator("[data-meter=sms_segments]"))
                    .isVisible();
            assertThat(state()).isEqualTo("in_use");
        }
    }

    @Test
    void a_portal_that_is_switched_off_closes_what_is_shown() {
        try (var chromium = Chromium.start()) {
            var context =
                    chromium.browser()
                            .newContext(new NewContextOptions().setViewportSize(800, 600));
            Page page = context.newPage();
            page.setDefaultTimeout(30_000);
            frame("usage");
            page.navigate(origin(host));
            FrameLocator frame = page.frameLocator("iframe");
            assertThat(frame.locator("[data-meter=sms_segments]")).isVisible();

            String version = api().get(path + "/settings").json().get("version").asString();
            api().patch(path + "/settings/portal", Map.of("enabled", false), "If-Match", version)
                    .expect(200);

            assertThat(frame.getByText("This is not shown any more.")).isVisible(PATIENTLY);
        }
    }

    @Test
    void what_a_link_opens_can_be_used_by_everybody() {
        var tour = new Tour(api().base(), customer);
        var scopes = List.of("usage", "days", "qualifiedCalls");
        Api.Answer made =
                api().post(path + "/embed-urls", Map.of("kind", "other", "scopes", scopes))
                        .expect(201);
        try (var chromium = Chromium.start()) {
            Page page = Window.open(chromium);
            tour.visit(page, URI.create(made.json().get("url").asString()).getPath());
            String session = URI.create(page.url()).getPath().replaceFirst("/usage$", "");
            for (String below : List.of("/days", "/qualified-calls")) {
                tour.visit(page, session + below);
                Window.screenshot(page, "embed" + below.replace('/', '-'));
            }
            tour.visit(page, "/portal/closed");
        }
        assertThat(tour.complaints()).isEmpty();
    }

    /// A page with one frame.
    private HttpServer host() throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    byte[] page =
                            """
                            <!DOCTYPE html><html lang="en"><head><title>Host</title>
                            <link rel="icon" href="data:,"><style>iframe { width: 100%%; height: 700px; border: 0 }</style>
                            </head><body><iframe title="Usage" src="%s"></iframe></body></html>
                            """
                                    .formatted(framed.get())
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                    exchange.sendResponseHeaders(200, page.length);
                    exchange.getResponseBody().write(page);
                    exchange.close();
                });
        server.start();
        return server;
    }

    private static String origin(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// What both hosts show from here on.
    ///
    /// @return its id
    private String frame(String... scopes) {
        Api.Answer made =
                api().post(
                                path + "/embed-urls",
                                Map.of(
                                        "kind",
                                        "iframe",
                                        "scopes",
                                        List.of(scopes),
                                        "origins",
                                        List.of(origin(host))))
                        .expect(201);
        framed.set(made.json().get("url").asString());
        return made.json().get("id").asString();
    }

    private String state() {
        return api().get(path + "/embed-urls")
                .expect(200)
                .json()
                .get("items")
                .get(0)
                .get("state")
                .asString();
    }

    private Map<String, Object> sms() {
        return Map.of(
                "specversion", "1.0",
                "id", customer,
                "source", "embed",
                "type", "sms.sent",
                "subject", customer,
                "time", "2026-11-03T12:00:00Z",
                "data", Map.of("segments", 2));
    }
}
