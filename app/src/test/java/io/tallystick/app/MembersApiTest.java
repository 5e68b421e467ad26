package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.edge.lookup.Partners;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Who may make whom a member, and what nobody may.
@SuppressWarnings("NullAway.Init")
class MembersApiTest extends RunningApplication {

    @Autowired private People people;

    private String customer;
    private String members;
    private String invitations;

    @BeforeEach
    void customer() {
        customer = "people-" + UUID.randomUUID();
        members = "/api/v1/customers/" + customer + "/members";
        invitations = "/api/v1/customers/" + customer + "/invitations";
        api().post("/api/v1/customers", Map.of("key", customer, "name", "People")).expect(201);
    }

    @Test
    void who_accepts_an_invitation_is_a_member() {
        var invited = invite(api(), "Ada." + customer + "@EXAMPLE.com", "manager").expect(201);
        String email = "ada." + customer + "@example.com";
        assertThat(invited.json().get("email").asString()).isEqualTo(email);
        assertThat(invited.body()).doesNotContain(people.token(email));
        assertThat(states(invited.position())).containsExactly("open");

        var accepted = people.accept(email, "Ada Frey");

        JsonNode item =
                api().getAfter(accepted.position(), members).expect(200).json().get("items").get(0);
        assertThat(item.get("email").asString()).isEqualTo(email);
        assertThat(item.get("name").asString()).isEqualTo("Ada Frey");
        assertThat(item.get("role").asString()).isEqualTo("manager");
        assertThat(states(accepted.position())).containsExactly("accepted");
    }

    @Test
    void an_address_belongs_to_one_person_in_the_installation() {
        String email = member("viewer");

        invite(api(), email.toUpperCase(java.util.Locale.ROOT), "viewer")
                .expectProblem(409, "email_taken");
        api().post("/api/v1/partners/default/members", Map.of("email", email, "role", "viewer"))
                .expectProblem(409, "email_taken");
    }

    @Test
    void an_address_is_invited_once_at_a_time() {
        String email = customer + "@example.com";
        var first = invite(api(), email, "viewer").expect(201);
        invite(api(), email, "admin").expectProblem(409, "already_invited");

        String id = first.json().get("id").asString();
        long revoked = delete(api(), invitations + "/" + id).expect(204).position();
        assertThat(delete(api(), invitations + "/" + id).expect(204).position())
                .isGreaterThanOrEqualTo(revoked);
        var second = invite(api(), email, "admin").expect(201);

        assertThat(states(second.position())).containsExactly("open", "revoked");
    }

    @Test
    void bad_input_is_named() {
        for (String email :
                List.of(
                        "nobody",
                        "ad\u0430@example.com",
                        "a@ex\u0430mple.com",
                        "a@b.c\nBcc: d@e.f")) {
            var answer = invite(api(), email, "viewer").expectProblem(400, "invalid_request");
            assertThat(answer.json().get("errors").findValuesAsString("code"))
                    .containsExactly("invalid_email");
        }
        var role = invite(api(), "a@example.com", "OWNER").expectProblem(400, "invalid_request");
        assertThat(role.json().get("errors").get(0).get("pointer").asString()).isEqualTo("/role");
        api().post(members, Map.of()).expectProblem(400, "invalid_request");
        api().patch(members + "/" + UUID.randomUUID(), Map.of("role", "viewer"))
                .expectProblem(404, "member_not_found");
        api().patch(members + "/me", Map.of("role", "viewer"))
                .expectProblem(404, "member_not_found");
        delete(api(), invitations + "/" + UUID.randomUUID())
                .expectProblem(404, "invitation_not_found");
    }

    @Test
    void only_what_belongs_to_a_role_can_be_sent() {
        var answer =
                api().post(
                                members,
                                Map.of(
                                        "email", "a@example.com",
                                        "role", "viewer",
                                        "passwordHash", "x",
                                        "customerId", UUID.randomUUID()))
                        .expectProblem(400, "invalid_request");
        assertThat(answer.json().get("errors").get(0).get("code").asString())
                .isEqualTo("unknown_field");
    }

    @Test
    void only_admins_manage_and_only_up_to_their_own_role() {
        Api admin = api().withKey(key("admin"));
        Api writer = api().withKey(key("write", "read", "delete"));

        invite(writer, "w" + customer + "@example.com", "viewer")
                .expectProblem(403, "permission_missing");
        invite(admin, "o" + customer + "@example.com", "owner")
                .expectProblem(403, "role_above_own");
        invite(admin, "a" + customer + "@example.com", "admin").expect(201);
        String owner = id(member("owner"));
        admin.patch(members + "/" + owner, Map.of("role", "viewer"))
                .expectProblem(403, "role_above_own");
        delete(admin, members + "/" + owner).expectProblem(403, "role_above_own");
        writer.get(members).expect(200);
    }

    @Test
    void a_foreign_team_and_an_absent_one_are_the_same_404() {
        Api admin = api().withKey(key("admin"));
        String other = "other-" + UUID.randomUUID();
        api().post("/api/v1/customers", Map.of("key", other, "name", "Other")).expect(201);
        String id = id(member("viewer"));

        for (String path : List.of(other, "absent")) {
            admin.get("/api/v1/customers/" + path + "/members")
                    .expectProblem(404, "customer_not_found");
            admin.post(
                            "/api/v1/customers/" + path + "/members",
                            Map.of("email", "a@example.com", "role", "viewer"))
                    .expectProblem(404, "customer_not_found");
        }
        admin.get("/api/v1/partners/default/members").expectProblem(404, "partner_not_found");
        api().patch("/api/v1/customers/" + other + "/members/" + id, Map.of("role", "admin"))
                .expectProblem(404, "member_not_found");
        delete(api(), "/api/v1/partners/default/members/" + id)
                .expectProblem(404, "member_not_found");
    }

    @Test
    void the_last_owner_stays_one() {
        String owner = id(member("owner"));

        api().patch(members + "/" + owner, Map.of("role", "admin"))
                .expectProblem(409, "last_owner");
        delete(api(), members + "/" + owner).expectProblem(409, "last_owner");

        String next = id(member("owner"));
        delete(api(), members + "/" + owner).expect(204);
        api().patch(members + "/" + next, Map.of("role", "owner")).expect(200);
        delete(api(), members + "/" + next).expectProblem(409, "last_owner");
    }

    @Test
    void when_all_owners_go_at_once_one_stays() throws Exception {
        for (int round = 0; round < 5; round++) {
            customer();
            List<String> owners =
                    List.of(id(member("owner")), id(member("owner")), id(member("owner")));
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<Integer>> goings =
                        List.of(
                                () -> delete(api(), members + "/" + owners.get(0)).status(),
                                () ->
                                        api().patch(
                                                        members + "/" + owners.get(1),
                                                        Map.of("role", "viewer"))
                                                .status(),
                                () -> delete(api(), members + "/" + owners.get(2)).status());
                List<Integer> answers =
                        threads.invokeAll(goings).stream().map(MembersApiTest::get).toList();
                assertThat(answers).containsOnlyOnce(409);
            }
            assertThat(people.owners(customer)).isEqualTo(1);
        }
    }

    @Test
    void partners_have_people_of_their_own() {
        String partner = "house-" + UUID.randomUUID().toString().substring(0, 8);
        api().post("/api/v1/partners", Map.of("key", partner, "name", "House")).expect(201);
        String path = "/api/v1/partners/" + partner + "/members";
        String email = "owner@" + partner + ".example";
        api().post(path, Map.of("email", email, "role", "owner")).expect(201);
        var accepted = people.accept(email, "Olga");

        JsonNode items = api().getAfter(accepted.position(), path).expect(200).json().get("items");

        assertThat(items.findValuesAsString("email")).containsExactly(email);
        assertThat(people.factTenants(accepted.position()))
                .as("the fact is the partner's, though an operator of the default one acted")
                .doesNotContain(Partners.DEFAULT.toString());
    }

    private static int get(Future<Integer> answer) {
        return answer.resultNow();
    }

    private Api.Answer invite(Api by, String email, String role) {
        return by.post(members, Map.of("email", email, "role", role));
    }

    /// @return the e-mail address of a new member
    private String member(String role) {
        return people.member(api(), customer, role);
    }

    private String id(String email) {
        return people.id(email).toString();
    }

    private List<String> states(long position) {
        return api().getAfter(position, invitations)
                .expect(200)
                .json()
                .get("items")
                .findValuesAsString("state");
    }

    private String key(String... permissions) {
        return api().post(
                        "/api/v1/customers/" + customer + "/api-keys",
                        Map.of("name", "people", "permissions", permissions))
                .expect(201)
                .json()
                .get("secret")
                .asString();
    }

    private static Api.Answer delete(Api by, String path) {
        return by.send("DELETE", path, "application/json", new byte[0]);
    }
}
