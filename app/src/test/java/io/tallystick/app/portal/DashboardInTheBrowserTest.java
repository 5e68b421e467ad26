package io.tallystick.app.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A person signs in with a real browser at the real server and watches the numbers.
class DashboardInTheBrowserTest {

    private static final int HISTORY_DAYS = 34;

    @TempDir private Path data;

    private final Complaints complaints = new Complaints();
    private int eventNumber;

    @Test
    void a_person_signs_in_and_sees_the_numbers_move_while_events_arrive() throws Exception {
        try (var chromium = Chromium.start();
                var server = StartedServer.start(data, Path.of("target", "portal-server.log"))) {
            createCustomers(server);
            sendHistory(server);
            Page page = Window.open(chromium);
            complaints.listenTo(page);

            signIn(page, server);
            seeTheDashboard(page);
            watchTheNumbersMove(page, server);
            goThroughTheMonths(page);
            changeTheTheme(page);
            holdThePhone(page);
            lookForWhatIsNotThere(page, server);
            signOut(page, server);

            assertThat(complaints.heard()).isEmpty();
        }
    }

    private void signIn(Page page, StartedServer server) {
        page.navigate(server.page("/").toString());
        assertThat(page).hasTitle("Sign in · Tallystick");

        Window.enter(page, "not the password");
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("That name and password do not match.");
        Window.screenshot(page, "login");

        Window.enter(page, StartedServer.PASSWORD);
        assertThat(page.getByRole(AriaRole.HEADING, named("Customers"))).isVisible();
        Window.screenshot(page, "customers");
    }

    private static void seeTheDashboard(Page page) {
        page.locator("main").getByText("Acme Telephony").click();

        assertThat(page.getByRole(AriaRole.HEADING, named("Acme Telephony"))).isVisible();
        for (String meter : List.of("Voice minutes", "SMS segments", "E-mails", "Storage")) {
            assertThat(page.getByRole(AriaRole.HEADING, named(meter))).isVisible();
        }
        assertThat(page.locator("#chart canvas")).isVisible();
        assertThat(page.locator("[data-live-text]")).hasText("Live");
        assertThat(page.locator("#as-of")).containsText("everything up to position");
    }

    private void watchTheNumbersMove(Page page, StartedServer server) throws Exception {
        page.evaluate("window.wasNotReloaded = true");
        BigDecimal minutes = quantity(page, "voice_minutes");
        BigDecimal segments = quantity(page, "sms_segments");
        BigDecimal emails = quantity(page, "emails");

        server.post(
                "/api/v1/events",
                List.of(
                        event("voice.call.completed", Map.of("callId", "a", "durationSeconds", 90)),
                        event("sms.sent", Map.of("segments", 3)),
                        event("email.sent", Map.of("recipients", 2)),
                        event("storage.measured", Map.of("bytes", 98_765_432_100L))));

        expect(page, "voice_minutes", minutes.add(new BigDecimal("1.5")));
        expect(page, "sms_segments", segments.add(new BigDecimal(3)));
        expect(page, "emails", emails.add(new BigDecimal(2)));
        expect(page, "storage_gb", new BigDecimal("98.7654321"));
        assertThat(page.locator("#days tr").last().locator("[data-meter=storage_gb]"))
                .hasText("98.77");
        assertThat(page.evaluate("window.wasNotReloaded")).isEqualTo(true);
        Window.screenshot(page, "dashboard-light");
    }

    private static void goThroughTheMonths(Page page) {
        String thisMonth = page.locator(".month-name").textContent();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("E-mails")).click();

        page.getByLabel("Previous month").click();

        assertThat(page.locator(".month-name")).not().hasText(thisMonth);
        assertThat(page).hasURL(Pattern.compile("month=\\d{4}-\\d{2}"));
        assertThat(page.locator("[data-live-text]")).hasText("Live");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("E-mails")))
                .hasAttribute("aria-pressed", "true");
        page.getByText("The same as a table").click();
        assertThat(page.getByRole(AriaRole.TABLE)).isVisible();
        Window.screenshot(page, "month-before");
        assertThat(page.evaluate("window.wasNotReloaded")).isEqualTo(true);

        page.goBack();
        assertThat(page.locator(".month-name")).hasText(thisMonth);
    }

    private static void changeTheTheme(Page page) {
        assertThat(page.locator("html")).hasAttribute("data-bs-theme", "light");

        page.locator("[data-theme-toggle]:visible").click();

        assertThat(page.locator("html")).hasAttribute("data-bs-theme", "dark");
        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-bs-theme", "dark");
        assertThat(page.locator("#chart canvas")).isVisible();
        Window.screenshot(page, "dashboard-dark");
    }

    private static void holdThePhone(Page page) {
        page.setViewportSize(390, 844);
        page.reload();
        page.locator("[data-theme-toggle]:visible").click();
        assertThat(page.locator("#chart canvas")).isVisible();

        Window.expectNothingWiderThanAPhone(page);
        Window.screenshot(page, "phone");
        page.getByLabel("Menu").click();
        assertThat(page.getByLabel("Sign out")).isVisible();
        Window.screenshot(page, "phone-menu");
        page.setViewportSize(1360, 900);
    }

    private void lookForWhatIsNotThere(Page page, StartedServer server) {
        page.navigate(server.page("/customers/fresh").toString());
        assertThat(page.getByText("The first event appears here")).isVisible();
        Window.screenshot(page, "no-usage");

        complaints.duringWhich(() -> {
            page.navigate(server.page("/customers/nobody").toString());
            assertThat(page.getByRole(AriaRole.HEADING, named("Nothing is counted here")))
                    .isVisible();
            Window.screenshot(page, "not-found");
        });
    }

    private static void signOut(Page page, StartedServer server) {
        page.navigate(server.page("/customers/acme").toString());
        assertThat(page.locator("[data-live-text]")).hasText("Live");

        page.getByLabel("Sign out").click();

        assertThat(page.getByRole(AriaRole.STATUS)).hasText("You are signed out.");
        page.navigate(server.page("/customers/acme").toString());
        assertThat(page).hasTitle("Sign in · Tallystick");
    }

    private static void createCustomers(StartedServer server) throws Exception {
        long position = 0;
        for (var customer :
                Map.of("acme", "Acme Telephony", "fresh", "Fresh Start Ltd", "juno", "Juno Health")
                        .entrySet()) {
            position =
                    server.post(
                            "/api/v1/customers",
                            Map.of(
                                    "key", customer.getKey(),
                                    "name", customer.getValue(),
                                    "timeZone", "Europe/Berlin"));
        }
        server.waitFor("/api/v1/customers", position);
    }

    /// Enough for a chart that looks like life; the same on every run but for the days.
    private void sendHistory(StartedServer server) throws IOException, InterruptedException {
        var random = new Random(7);
        List<Map<String, Object>> events = new ArrayList<>();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        for (int day = HISTORY_DAYS; day >= 0; day--) {
            Instant time = now.minus(Duration.ofDays(day)).minusSeconds(60);
            for (int call = 0; call < 20 + random.nextInt(25); call++) {
                int seconds = 5 + random.nextInt(600);
                events.add(
                        event(
                                "voice.call.completed",
                                time,
                                Map.of("callId", "h" + eventNumber, "durationSeconds", seconds)));
            }
            events.add(event("sms.sent", time, Map.of("segments", 40 + random.nextInt(60))));
            events.add(event("email.sent", time, Map.of("recipients", 10 + random.nextInt(30))));
            events.add(
                    event(
                            "storage.measured",
                            time,
                            Map.of(
                                    "bytes",
                                    60_000_000_000L + (HISTORY_DAYS - day) * 977_000_000L)));
        }
        server.post("/api/v1/events", events);
    }

    private Map<String, Object> event(String type, Map<String, Object> data) {
        return event(type, Instant.now(), data);
    }

    private Map<String, Object> event(String type, Instant time, Map<String, Object> data) {
        return Map.of(
                "specversion",
                "1.0",
                "id",
                "portal-" + eventNumber++,
                "source",
                "portal-test",
                "type",
                type,
                "subject",
                "acme",
                "time",
                time.toString(),
                "data",
                data);
    }

    private static BigDecimal quantity(Page page, String meter) {
        return new BigDecimal(page.locator(quantityOf(meter)).getAttribute("data-plain"));
    }

    private static void expect(Page page, String meter, BigDecimal quantity) {
        assertThat(page.locator(quantityOf(meter)))
                .hasAttribute("data-plain", quantity.stripTrailingZeros().toPlainString());
    }

    private static String quantityOf(String meter) {
        return "[data-meter=" + meter + "] [data-quantity]";
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
