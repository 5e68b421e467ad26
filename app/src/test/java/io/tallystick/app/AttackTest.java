package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// What somebody tries who is in already and wants more. What a caller may ask of each route is in
/// the matrix; here is what no caller may.
@SuppressWarnings("NullAway.Init")
class AttackTest extends RunningApplication {

    private static final String ANY = "01900000-0000-7000-8000-000000000009";

    @Autowired private People people;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    private String own;
    private String other;
    private String email;
    private Browser admin;

    @BeforeEach
    void sign_in() {
        own = customer();
        other = customer();
        email = people.member(api(), own, "admin");
        people.member(api(), other, "admin");
        admin = new Browser(api().base());
        admin.signIn(email, People.PASSWORD).location();
    }

    @Test
    void no_form_counts_without_the_token_of_a_page() {
        Set<String> forms = forms();
        assertThat(forms)
                .contains("/profile/email", "/customers/{customer}/api-keys", "/members/{id}/role");

        for (String form : forms) {
            String path =
                    form.replace("{customer}", own)
                            .replace("{section}", "portal")
                            .replaceAll("\\{(id|name|token|delivery)}", ANY);
            admin.post(path, Map.of("name", "Eve", "role", "owner")).expect(403);
            admin.post(path, Map.of("name", "Eve", "_csrf", "guessed")).expect(403);
            // A body that is no form brings its token in a header, which no other site can set.
            admin.stream(path, "text/plain", "role=owner".getBytes(StandardCharsets.UTF_8))
                    .expect(403);
        }
        assertThat(people.role(email)).isEqualTo("admin");
    }

    private Set<String> forms() {
        return mapping.getHandlerMethods().keySet().stream()
                .filter(info ->
                        info.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(info -> info.getPatternValues().stream())
                .filter(path -> !path.startsWith("/api/"))
                .collect(Collectors.toSet());
    }

    @Test
    void a_form_has_the_method_that_it_is_sent_with() {
        String id = people.id(email).toString();

        admin.submit(
                        "/profile",
                        "/customers/" + own + "/members/" + id + "/role",
                        Map.of("_method", "DELETE", "role", "viewer"))
                .location();

        assertThat(people.role(email)).isEqualTo("viewer");
    }

    @Test
    void no_way_of_writing_a_path_leads_to_another_customer() {
        for (String detour :
                List.of(
                        "/customers/%1$s/%%2e%%2e/%2$s/outbox",
                        "/customers/%1$s/..;/%2$s/outbox",
                        "/customers/%1$s%%2f..%%2f%2$s/outbox",
                        "/customers/%2$s;customer=%1$s/outbox",
                        "/customers//%2$s/outbox",
                        "/customers/%2$s/outbox?customer=%1$s",
                        "/customers/%1$s/outbox/%%00/%2$s")) {
            var answer = admin.get(detour.formatted(own, other));
            assertThat(answer.status()).as(detour).isIn(400, 404);
            assertThat(answer.body()).as(detour).doesNotContain("invitations/");
        }
        assertThat(admin.get("/customers/" + own + "/outbox?customer=" + other).expect(200).body())
                .contains(email)
                .doesNotContain(other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenantId", "customerId", "scope", "id", "secret", "revokedAt"})
    void a_key_is_given_a_name_and_permissions_and_nothing_else(String field) {
        refuseField(
                api().post(
                                "/api/v1/customers/" + own + "/api-keys",
                                Map.of("name", "X", "permissions", List.of("read"), field, ANY)),
                field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "id", "tenantId", "customerId", "passwordHash", "sessions"})
    void of_a_member_only_the_role_is_for_others_to_change(String field) {
        refuseField(
                api().patch(
                                "/api/v1/customers/" + own + "/members/" + people.id(email),
                                Map.of("role", "viewer", field, ANY)),
                field);
        assertThat(people.role(email)).isEqualTo("admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "key", "tenantId", "settings", "role"})
    void a_customer_keeps_what_it_is_known_by(String field) {
        refuseField(
                api().patch("/api/v1/customers/" + own, Map.of("name", "Eve", field, "owner")),
                field);
    }

    private static void refuseField(Api.Answer answer, String field) {
        var errors = answer.expectProblem(400, "invalid_request").json().get("errors");
        assertThat(errors.findValuesAsString("code")).containsExactly("unknown_field");
        assertThat(errors.findValuesAsString("pointer")).containsExactly("/" + field);
    }

    /// The names of a customer and of its partner are in the subject of each invitation.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nBcc: eve@example.com",
                "a\u0085Bcc: eve@example.com",
                "a\u2028Bcc: eve@example.com",
                "a\u2029Bcc: eve@example.com",
                "a\u000bBcc: eve@example.com"
            })
    void a_name_that_ends_a_line_gets_into_no_mail(String name) {
        api().post("/api/v1/customers", Map.of("key", name, "name", "Eve"))
                .expectProblem(400, "invalid_request");
        api().post("/api/v1/partners", Map.of("key", "p" + own.hashCode(), "name", name))
                .expectProblem(400, "invalid_request");
    }

    @Test
    void a_name_that_is_markup_is_shown_as_text() {
        String markup = "<img src=x onerror=alert(1)>";
        String address = "markup-" + own + "@example.com";
        invite(address).expect(201);
        long position = people.accept(address, markup).position();
        String members = "/customers/" + own + "/members";
        String keys = "/customers/" + own + "/api-keys";
        api().getAfter(position, "/api/v1" + members).expect(200);
        position =
                api().post("/api/v1" + keys, Map.of("name", markup, "permissions", List.of("read")))
                        .expect(201)
                        .position();
        api().getAfter(position, "/api/v1" + keys).expect(200);

        var guest = new Browser(api().base());
        guest.signIn(address, People.PASSWORD).location();
        for (String page : List.of(members, keys, "/profile")) {
            assertThat(guest.get(page).expect(200).body())
                    .as(page)
                    .contains("&lt;img src=x")
                    .doesNotContain("<img src=x");
        }
    }

    @Test
    void two_addresses_that_look_alike_are_not_two_people() {
        String latin = "paypal-" + own + "@example.com";
        invite(latin).expect(201);

        invite(latin.toUpperCase(Locale.ROOT)).expectProblem(409, "already_invited");
        invite("\uff50aypal-" + own + "@example.com").expectProblem(409, "already_invited");
        invite("p\u0430ypal-" + own + "@example.com").expectProblem(400, "invalid_request");
        invite("paypal-" + own + "@ex\u0430mple.com").expectProblem(400, "invalid_request");
        invite("paypal-" + own + "\u200b@example.com").expectProblem(400, "invalid_request");
    }

    private Api.Answer invite(String address) {
        return api().post(
                        "/api/v1/customers/" + own + "/members",
                        Map.of("email", address, "role", "viewer"));
    }

    @Test
    void no_key_changes_a_profile() {
        var wish = new HashMap<String, Object>(Map.of("name", "Eve", "role", "owner"));
        for (String permission : List.of("read", "write", "delete", "admin")) {
            String secret =
                    api().post(
                                    "/api/v1/customers/" + own + "/api-keys",
                                    Map.of("name", "Key", "permissions", List.of(permission)))
                            .expect(201)
                            .json()
                            .get("secret")
                            .asString();
            api().withKey(secret).patch("/api/v1/me", wish).expectProblem(403, "not_a_person");
        }
        api().patch("/api/v1/me", wish).expectProblem(403, "not_a_person");
    }

    private String customer() {
        String key = "attacked-" + UUID.randomUUID();
        var created = api().post("/api/v1/customers", Map.of("key", key, "name", key));
        api().getAfter(created.expect(201).position(), "/api/v1/customers/" + key).expect(200);
        return key;
    }
}
