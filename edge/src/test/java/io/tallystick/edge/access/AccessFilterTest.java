package io.tallystick.edge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.events.access.Tenants;
import io.tallystick.events.audit.AccessLine;
import io.tallystick.events.audit.AccessOutcome;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerMapping;

/// Which requests are noted, and what of them.
class AccessFilterTest {

    private static final UUID TENANT = new UUID(0, 1);
    private static final UUID CUSTOMER = new UUID(0, 2);
    private static final Caller ADA =
            new Caller("member", "ada", "Ada", TENANT, CUSTOMER, Set.of(Permission.READ));

    private final AccessFolds folds = new AccessFolds();
    private final AccessFilter filter = new AccessFilter(new AccessRecords(folds));

    @AfterEach
    void forget() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @CsvSource({"401, UNAUTHENTICATED", "403, DENIED", "404, NOT_FOUND", "429, LIMITED"})
    void every_refusal_is_noted_whoever_sent_it(int status, AccessOutcome outcome)
            throws Exception {
        answer("POST", "/api/v1/customers/secret-path", status);

        AccessLine line = only();
        assertThat(line.outcome()).isEqualTo(outcome);
        assertThat(line.target().id()).isEqualTo("POST /api/**");
        assertThat(line.actor().type()).isEqualTo("stranger");
        assertThat(line.actor().id()).isEqualTo("192.0.2.7");
        assertThat(line.actor().tenantId()).isEqualTo(Tenants.INSTALLATION);
    }

    @Test
    void a_read_is_noted_with_who_read_and_the_template_of_what() throws Exception {
        signIn(ADA);
        answer("GET", "/customers/acme", 200);

        AccessLine line = only();
        assertThat(line.outcome()).isEqualTo(AccessOutcome.READ);
        assertThat(line.target().id()).isEqualTo("GET /customers/{customer}");
        assertThat(line.actor())
                .isEqualTo(new AccessLine.Actor("member", "ada", "Ada", TENANT, CUSTOMER, null));
        assertThat(line.trace().ip()).isEqualTo("192.0.2.7");
        assertThat(line.trace().requestIds())
                .singleElement()
                .satisfies(id -> assertThat(RequestId.time(id)).contains(line.count().lastAt()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST 200", "PUT 204", "GET 400", "GET 500", "GET 302"})
    void commands_mistakes_and_redirects_are_no_access(String answered) throws Exception {
        signIn(ADA);
        String[] parts = answered.split(" ");
        answer(parts[0], "/customers/acme", Integer.parseInt(parts[1]));

        assertThat(folds.take()).isEmpty();
    }

    @Test
    void what_everybody_may_see_is_noted_of_nobody() throws Exception {
        answer("GET", "/login", 200);
        signIn(ADA);
        answer("GET", "/assets/portal.css", 200);

        assertThat(folds.take()).isEmpty();
    }

    @Test
    void an_operator_is_at_the_installation_unless_it_is_in_a_partner() throws Exception {
        signIn(new Caller("operator", "ops", "ops", TENANT, null, Set.of(Permission.ADMIN)));
        answer("GET", "/customers/acme", 200);

        assertThat(only().actor().tenantId()).isEqualTo(Tenants.INSTALLATION);
    }

    @Test
    void a_request_that_breaks_breaks_as_it_would() {
        FilterChain broken =
                (request, response) -> {
                    throw new ServletException("broken");
                };

        assertThatThrownBy(() ->
                        filter.doFilter(
                                new MockHttpServletRequest("GET", "/"),
                                new MockHttpServletResponse(),
                                broken))
                .hasMessage("broken");
        assertThat(folds.take()).isEmpty();
    }

    private void answer(String method, String path, int status) throws Exception {
        var request = new MockHttpServletRequest(method, path);
        request.setRemoteAddr("192.0.2.7");
        filter.doFilter(
                request,
                new MockHttpServletResponse(),
                (asked, answered) -> {
                    if (path.startsWith("/customers")) {
                        asked.setAttribute(
                                HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE,
                                "/customers/{customer}");
                    }
                    ((MockHttpServletResponse) answered).setStatus(status);
                });
    }

    private static void signIn(Caller caller) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(caller, null, List.of()));
    }

    private AccessLine only() {
        List<AccessLine> lines = folds.take();
        assertThat(lines).hasSize(1);
        return lines.getFirst();
    }
}
