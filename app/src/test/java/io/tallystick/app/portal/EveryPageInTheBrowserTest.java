package io.tallystick.app.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.tallystick.app.People;
import io.tallystick.app.RunningApplication;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Somebody follows every link that there is, as an operator and as the owner of a customer. No
/// page complains, none is wider than a phone, and all of them can be used by who cannot see them
/// well.
class EveryPageInTheBrowserTest extends RunningApplication {

    /// What is no page of its own: parts of pages, files, and what a program reads.
    private static final Set<String> PARTS =
            Set.of(
                    "/avatar",
                    "/branding/logo/{hash}.png",
                    "/branding/{primary}/{accent}.css",
                    "/customers/{customer}/contacts/export",
                    "/customers/{customer}/live",
                    "/customers/{customer}/logo/{hash}.png",
                    "/customers/{customer}/stream",
                    "/customers/{customer}/system-log/export",
                    "/portal/sessions/{session}/logo.png",
                    "/portal/sessions/{session}/style.css",
                    "/projections/live",
                    "/settings/logo/{hash}.png",
                    "/system-log/export",
                    "/v3/api-docs",
                    "/v3/api-docs.yaml",
                    "/error");

    /// Whose link is in a mail only.
    private static final Set<String> LINKED_BY_MAILS =
            Set.of("/invitations/{token}", "/email-changes/{token}", "/client-invitations/{token}");

    /// Tests of their own look at them.
    private static final Set<String> NOT_OURS =
            Set.of(
                    "/docs",
                    "/portal/links/{token}",
                    "/portal/sessions/{session}/{part}",
                    "/portal/closed");

    @Autowired private People people;
    @Autowired private List<RequestMappingHandlerMapping> mappings;

    private final String customer = "pages-" + UUID.randomUUID();

    @Test
    void every_page_is_reached_by_a_link_and_can_be_used_by_everybody() {
        String owner = customerWithAnOwner();
        var tour = new Tour(api().base(), customer);
        try (var chromium = Chromium.start()) {
            tour.walk(signedIn(tour, chromium, "operator", PASSWORD));
            tour.walk(signedIn(tour, chromium, owner, People.PASSWORD));
        }

        assertThat(tour.complaints()).isEmpty();
        Set<String> unseen = new TreeSet<>(pages());
        unseen.removeIf(page -> tour.paths().stream().anyMatch(path -> isAt(page, path)));
        assertThat(unseen).as("pages that no link leads to").isEmpty();
    }

    /// With something of everything, since a link may lead to it.
    private String customerWithAnOwner() {
        String path = "/api/v1/customers/" + customer;
        var named = Map.of("key", customer, "name", "Pages", "email", "post@example.com");
        api().post("/api/v1/customers", named).expect(201);
        var key = Map.of("name", "Import", "permissions", List.of("write"));
        api().post(path + "/api-keys", key).expect(201);
        api().patch(path + "/settings/features", Map.of("payPerCall", true), "If-Match", "0")
                .expect(200);
        var ticket = Map.of("subject", "No sound", "text", "Calls are silent.");
        api().post(path + "/support-tickets", ticket).expect(201);
        api().post(path + "/blocked-callers", Map.of("number", "+14155550123")).expect(201);
        var client = Map.of("name", "Ada Frey", "email", customer + "@example.com");
        api().post(path + "/clients", client).expect(201);
        api().patch(path + "/settings/portal", Map.of("enabled", true), "If-Match", "1")
                .expect(200);
        var url = Map.of("kind", "other", "scopes", List.of("usage"));
        api().post(path + "/embed-urls", url).expect(201);
        var hook = Map.of("url", "https://hooks.example.com/in", "types", List.of("credits.low"));
        api().post(path + "/webhook-endpoints", hook).expect(201);
        contact("contact.number.enriched", "11:00", Map.of("newNumber", "+14155550111"));
        Map<String, Object> call = new HashMap<>();
        call.putAll(Map.of("callId", "c", "durationSeconds", 60, "direction", "out"));
        call.putAll(Map.of("to", "+14155550111", "outcome", "success"));
        contact("voice.call.completed", "11:30", call);
        long position = api().post("/api/v1/events", sms()).expect(200).position();
        api().getAfter(position, path + "/self-healed-contacts").expect(200);
        api().getAfter(position, path + "/usage").expect(200);
        return people.member(api(), customer, "owner");
    }

    private void contact(String type, String time, Map<String, Object> told) {
        Map<String, Object> data = new HashMap<>(told);
        data.put("contactId", "contact-1");
        Map<String, Object> event = new HashMap<>(sms());
        event.put("id", customer + time);
        event.put("type", type);
        event.put("time", "2026-11-03T" + time + ":00Z");
        event.put("data", data);
        api().post("/api/v1/events", event).expect(200);
    }

    private Map<String, Object> sms() {
        return Map.of(
                "specversion", "1.0",
                "id", customer,
                "source", "pages",
                "type", "sms.sent",
                "subject", customer,
                "time", "2026-11-03T12:00:00Z",
                "data", Map.of("segments", 2));
    }

    private static Page signedIn(Tour tour, Chromium chromium, String name, String password) {
        Page page = Window.open(chromium);
        tour.visit(page, "/login");
        Window.enter(page, name, password);
        return page;
    }

    private Set<String> pages() {
        Set<String> pages = new TreeSet<>();
        for (RequestMappingHandlerMapping mapping : mappings) {
            mapping.getHandlerMethods().keySet().stream()
                    .filter(route ->
                            route.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                    .flatMap(route -> route.getPatternValues().stream())
                    .filter(path -> !path.startsWith("/api/") && !path.startsWith("/actuator"))
                    .forEach(pages::add);
        }
        pages.removeAll(PARTS);
        pages.removeAll(LINKED_BY_MAILS);
        pages.removeAll(NOT_OURS);
        return pages;
    }

    private static boolean isAt(String page, URI path) {
        return path.getPath().matches(page.replaceAll("\\{[^}]+}", "[^/]+"));
    }
}
