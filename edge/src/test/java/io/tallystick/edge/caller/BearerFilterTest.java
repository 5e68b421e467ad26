package io.tallystick.edge.caller;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.edge.limit.Budgets;
import io.tallystick.edge.lookup.ApiKeys;
import io.tallystick.edge.lookup.ApiKeys.ApiKey;
import io.tallystick.edge.lookup.LookUps;
import io.tallystick.edge.lookup.Partners;
import io.tallystick.edge.problem.ProblemWriter;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.json.JsonMapper;

/// From a header to a caller.
@SuppressWarnings("NullAway.Init")
class BearerFilterTest {

    private static final UUID NORTH = new UUID(6, 1);
    private static final UUID CUSTOMER = new UUID(6, 2);
    private static final String OPERATOR_SECRET = "operator-secret-of-the-filter-test";
    private static final String CUSTOMER_SECRET = "customer-secret-of-the-filter-test";
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
                    .build();

    private static LookUps lookUps;
    private static LookUps away;

    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final AtomicReference<@Nullable Authentication> passed = new AtomicReference<>();
    private boolean reached;

    @BeforeAll
    static void open() {
        lookUps = new LookUps();
        away = new LookUps();
        away.close();
        lookUps.partners().reserve(NORTH, "north", "North");
        lookUps.customer(NORTH, CUSTOMER);
        reserve("operator", Partners.DEFAULT, null, OPERATOR_SECRET, Permission.ADMIN);
        reserve("customer", NORTH, CUSTOMER, CUSTOMER_SECRET, Permission.READ);
    }

    @AfterAll
    static void close() {
        lookUps.close();
    }

    @AfterEach
    void forget() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_key_acts_in_its_tenant_with_its_scope_and_permissions() throws Exception {
        Caller caller = caller("Bearer " + CUSTOMER_SECRET, null);

        assertThat(caller.actorType()).isEqualTo("customer");
        assertThat(caller.tenantId()).isEqualTo(NORTH);
        assertThat(caller.customerScope()).isEqualTo(CUSTOMER);
        assertThat(caller.permissions()).containsExactly(Permission.READ);
        assertThat(caller.label()).isEqualTo("Key of customer");
    }

    @Test
    void the_operator_acts_in_the_partner_that_it_names() throws Exception {
        assertThat(caller("Bearer " + OPERATOR_SECRET, "north").tenantId()).isEqualTo(NORTH);
        assertThat(caller("Bearer " + OPERATOR_SECRET, null).tenantId())
                .isEqualTo(Partners.DEFAULT);
    }

    @Test
    void nobody_else_names_a_partner_not_even_its_own() throws Exception {
        filter("Bearer " + CUSTOMER_SECRET, "north");

        refused(403, "partner_header_not_allowed");
    }

    @Test
    void an_unknown_partner_is_not_found() throws Exception {
        filter("Bearer " + OPERATOR_SECRET, "nowhere");

        refused(404, "partner_not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer ", "BEARER ", "Bearer   "})
    void the_scheme_is_read_in_any_case(String scheme) throws Exception {
        assertThat(caller(scheme + OPERATOR_SECRET + " ", null).isOperator()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer nobody's",
                "Basic b3BlcmF0b3I6eA==",
                OPERATOR_SECRET,
                "Bearer\t" + OPERATOR_SECRET,
                "Bearer " + OPERATOR_SECRET + "x"
            })
    void a_header_without_a_known_key_ends_the_request(String header) throws Exception {
        filter(header, null);

        refused(401, "invalid_key");
        assertThat(response.getHeader("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void a_revoked_key_is_no_key_from_that_moment_on() throws Exception {
        ApiKey key = reserve("partner", NORTH, null, "a-secret-that-is-revoked", Permission.READ);
        assertThat(caller("Bearer a-secret-that-is-revoked", null).actorType())
                .isEqualTo("partner");
        SecurityContextHolder.clearContext();

        lookUps.revoke(key);
        reached = false;
        filter("Bearer a-secret-that-is-revoked", null);

        refused(401, "invalid_key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api_key=x",
                "API_KEY=x",
                "limit=5&access_token=",
                "key",
                "a%70i_key=x",
                "subject=tsk_live_abc",
                "q=%74sk_test_abc",
                "q=+tsk_x",
                "bad=%zz&key=1"
            })
    void a_key_in_the_address_is_refused_before_anybody_looks_at_it(String query) throws Exception {
        filter("Bearer " + OPERATOR_SECRET, null, query, away.keys());

        refused(400, "key_in_query");
        assertThat(response.getContentAsString()).contains("Revoke this key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "limit=5", "keys=1", "subject=task_1&cursor=tsk", "a=%zz"})
    void other_parameters_are_nobodys_business(String query) throws Exception {
        filter("Bearer " + OPERATOR_SECRET, null, query, lookUps.keys());

        assertThat(reached).isTrue();
    }

    @Test
    void a_mistyped_key_is_told_without_a_look_at_the_database() throws Exception {
        String secret = ApiKeySecret.generate();
        char last = secret.endsWith("0") ? '1' : '0';

        filter(
                "Bearer " + secret.substring(0, secret.length() - 1) + last,
                null,
                null,
                away.keys());

        refused(401, "invalid_key");
    }

    @Test
    void without_the_header_the_request_goes_on_as_nobody() throws Exception {
        filter(null, "north");

        assertThat(reached).isTrue();
        assertThat(passed.get()).isNull();
    }

    private Caller caller(String header, @Nullable String partner) throws Exception {
        filter(header, partner);
        assertThat(reached).as(response.getContentAsString()).isTrue();
        Authentication authentication = passed.get();
        assertThat(authentication).isNotNull();
        assertThat(authentication.isAuthenticated()).isTrue();
        assertThat(authentication.getCredentials()).isNull();
        assertThat(authentication.getPrincipal()).isInstanceOf(Caller.class);
        return (Caller) authentication.getPrincipal();
    }

    private void filter(@Nullable String header, @Nullable String partner) throws Exception {
        filter(header, partner, null, lookUps.keys());
    }

    private void filter(
            @Nullable String header, @Nullable String partner, @Nullable String query, ApiKeys keys)
            throws Exception {
        var request = new MockHttpServletRequest("GET", "/api/v1/customers");
        request.setQueryString(query);
        if (header != null) {
            request.addHeader("Authorization", header);
        }
        if (partner != null) {
            request.addHeader("Tallystick-Partner", partner);
        }
        new BearerFilter(
                        keys,
                        LookUps.recent(keys),
                        lookUps.uses(),
                        Budgets.on(lookUps.dataSource()),
                        lookUps.partners(),
                        new ProblemWriter(JSON))
                .doFilter(
                        request,
                        response,
                        (servletRequest, servletResponse) -> {
                            reached = true;
                            passed.set(SecurityContextHolder.getContext().getAuthentication());
                        });
    }

    private void refused(int status, String code) throws Exception {
        assertThat(reached).isFalse();
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(JSON.readTree(response.getContentAsByteArray()).get("code").asString())
                .isEqualTo(code);
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
    }

    private static ApiKey reserve(
            String scope,
            UUID tenant,
            @Nullable UUID customer,
            String secret,
            Permission permission) {
        var key =
                new ApiKey(
                        tenant,
                        UUID.randomUUID(),
                        scope,
                        customer,
                        "Key of " + scope,
                        ApiKeySecret.prefix(secret),
                        Set.of(permission));
        lookUps.keys().reserve(key, ApiKeySecret.hash(secret));
        return key;
    }
}
