package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/// Asks every route that the application has, also those that are added tomorrow.
class EveryRouteNeedsACredentialTest extends RunningApplication {

    /// What a stranger may see. Whoever adds a line here opens a door.
    private static final Set<String> OPEN =
            Set.of(
                    "/login",
                    "/invitations/{token}",
                    "/email-changes/{token}",
                    "/client-invitations/{token}",
                    "/portal/links/{token}",
                    "/portal/sessions/{session}/{part}",
                    "/portal/sessions/{session}/style.css",
                    "/portal/sessions/{session}/logo.png",
                    "/portal/closed",
                    "/error",
                    "/docs",
                    "/api/v1/openapi.json");

    private static final String HEALTH = "/actuator/health";

    @Autowired private ApplicationContext context;

    private record Route(String method, String path) implements Comparable<Route> {

        /// A path that the route matches.
        String example() {
            return path.replaceAll("\\{[^}]+}", "1").replace("/**", "/1");
        }

        @Override
        public int compareTo(Route other) {
            return (path + method).compareTo(other.path + other.method);
        }
    }

    @Test
    void the_routes_are_found() {
        assertThat(routes())
                .contains(
                        new Route("GET", "/"),
                        new Route("GET", "/login"),
                        new Route("GET", "/customers/{customer}/stream"),
                        new Route("GET", "/api/v1/customers"),
                        new Route("POST", "/api/v1/customers"),
                        new Route("POST", "/api/v1/events"),
                        new Route("POST", "/api/v1/admin/projections/{name}/replay"),
                        new Route("GET", HEALTH));
    }

    @Test
    void no_route_of_the_api_answers_without_a_key() {
        for (Route route : api(routes())) {
            var answer = ask(api().withoutKey(), route);
            assertThat(answer.status()).as(route.toString()).isEqualTo(401);
            answer.expectProblem(401, "credential_required");
            ask(api().withKey("tsk_live_of_nobody"), route).expectProblem(401, "invalid_key");
        }
    }

    @Test
    void no_route_of_the_api_answers_to_a_session() {
        var browser = new Browser(api().base());
        assertThat(browser.signIn("operator", PASSWORD).location()).isEqualTo("/");
        String cookies =
                browser.cookies().entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));

        for (Route route : api(routes())) {
            ask(api().withoutKey(), route, "Cookie", cookies)
                    .expectProblem(401, "credential_required");
        }
    }

    @Test
    void every_page_sends_a_stranger_and_a_key_to_the_login_page() {
        for (Route route : routes()) {
            if (isPage(route)) {
                redirected(ask(api().withoutKey(), route), route);
                redirected(ask(api(), route), route);
            }
        }
    }

    private static void redirected(Api.Answer answer, Route route) {
        if (route.method().equals("GET")) {
            assertThat(answer.status()).as(route.toString()).isEqualTo(302);
            assertThat(answer.raw().headers().firstValue("location").orElse(""))
                    .as(route.toString())
                    .endsWith("/login");
        } else {
            // The missing token is noticed first.
            assertThat(answer.status()).as(route.toString()).isEqualTo(403);
        }
    }

    @Test
    void of_the_actuator_only_health_is_open() {
        for (Route route : routes()) {
            if (route.path().startsWith("/actuator")) {
                var answer = ask(api().withoutKey(), route);
                boolean open = route.path().startsWith(HEALTH);
                assertThat(answer.status() < 300 || answer.status() == 404)
                        .as(route + " answers " + answer.status())
                        .isEqualTo(open);
            }
        }
    }

    private static boolean isPage(Route route) {
        return !route.path().startsWith("/api/")
                && !route.path().startsWith("/actuator")
                && !OPEN.contains(route.path());
    }

    private static List<Route> api(Collection<Route> routes) {
        return routes.stream()
                .filter(route -> route.path().startsWith("/api/") && !OPEN.contains(route.path()))
                .toList();
    }

    private static Api.Answer ask(Api api, Route route, String... headers) {
        if (route.method().equals("GET")) {
            return api.get(route.example(), headers);
        }
        return api.send(
                route.method(),
                route.example(),
                "application/json",
                Api.JSON.writeValueAsBytes(Map.of()),
                headers);
    }

    private Set<Route> routes() {
        Set<Route> routes = new TreeSet<>();
        for (RequestMappingInfoHandlerMapping mapping :
                context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values()) {
            for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
                for (String path : info.getPatternValues()) {
                    methods(info).forEach(method -> routes.add(new Route(method, path)));
                }
            }
        }
        return routes;
    }

    private static Set<String> methods(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty()
                ? Set.of("GET", "POST")
                : methods.stream().map(RequestMethod::name).collect(Collectors.toSet());
    }
}
