package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// How many people a customer may have, and whether they may come in.
@SuppressWarnings("NullAway.Init")
class TeamSettingsTest extends RunningApplication {

    @Autowired private People people;

    private String customer;

    @BeforeEach
    void customer() {
        customer = "team-" + UUID.randomUUID();
        api().post("/api/v1/customers", Map.of("key", customer, "name", "Team")).expect(201);
    }

    @Test
    void a_team_has_no_limit_until_it_gets_one() {
        var before = settings().get("team");
        assertThat(before.get("enabled").asBoolean()).isTrue();
        assertThat(before.get("max").isNull()).isTrue();

        var saved = change(0, Map.of("max", 5)).expect(200);

        assertThat(saved.json().get("version").asLong()).isEqualTo(1);
        assertThat(settings().get("team").get("max").asInt()).isEqualTo(5);
        assertThat(settings().get("version").asLong()).isEqualTo(1);
        change(0, Map.of("max", 6)).expectProblem(409, "settings_changed");
        Map<String, @Nullable Object> none = new HashMap<>();
        none.put("max", null);
        assertThat(change(1, none).expect(200).json().get("max").isNull()).isTrue();
        long position = change(2, none).expect(200).position();
        assertThat(change(2, Map.of()).expect(200).position()).isEqualTo(position);
    }

    @Test
    void sections_share_one_version() {
        change(0, Map.of("max", 5)).expect(200);
        var limits =
                api().send(
                                "PATCH",
                                "/api/v1/customers/" + customer + "/settings/apiLimits",
                                "application/json",
                                Api.JSON.writeValueAsBytes(Map.of("tier", "premium")),
                                "If-Match",
                                "1");
        assertThat(limits.expect(200).json().get("version").asLong()).isEqualTo(2);
        var team = change(2, Map.of("enabled", false)).expect(200).json();
        assertThat(team.get("max").asInt()).isEqualTo(5);
        assertThat(settings().get("apiLimits").get("tier").asString()).isEqualTo("premium");
    }

    @Test
    void bad_input_is_named() {
        for (Object max : List.of(-1, 10_001, "5", 1.5, true)) {
            change(0, Map.of("max", max)).expectProblem(400, "invalid_request");
        }
        change(0, Map.of("members", 5)).expectProblem(400, "invalid_request");
        api().patch("/api/v1/customers/" + customer + "/settings/team", Map.of("max", 5))
                .expectProblem(428, "precondition_required");
    }

    @Test
    void of_many_who_want_the_last_seat_one_gets_it() throws Exception {
        change(0, Map.of("max", 3)).expect(200);
        member();
        List<Callable<Integer>> invitations = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            invitations.add(() -> invite("seat-" + UUID.randomUUID() + "@example.com").status());
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> answers =
                    threads.invokeAll(invitations).stream().map(Future::resultNow).toList();
            assertThat(answers).filteredOn(status -> status == 201).hasSize(2);
            assertThat(answers).filteredOn(status -> status == 409).hasSize(6);
        }
        invite("late@example.com").expectProblem(409, "team_full");
    }

    @Test
    void a_lower_maximum_puts_nobody_out() {
        String email = member();
        change(0, Map.of("max", 0)).expect(200);

        invite("new@example.com").expectProblem(409, "team_full");
        assertThat(new Browser(api().base()).signIn(email, People.PASSWORD).location())
                .isEqualTo("/");
    }

    @Test
    void a_team_that_is_switched_off_is_out_with_its_next_request() {
        String email = member();
        String guest = "guest-" + UUID.randomUUID() + "@example.com";
        invite(guest).expect(201);
        var browser = new Browser(api().base());
        browser.signIn(email, People.PASSWORD).location();
        browser.get("/profile").expect(200);

        change(0, Map.of("enabled", false)).expect(200);

        assertThat(browser.get("/profile").location()).isEqualTo("/login");
        assertThat(browser.signIn(email, People.PASSWORD).location()).isEqualTo("/login?off");
        assertThat(browser.signIn(email, "wrong password").location()).isEqualTo("/login?error");
        invite("other@example.com").expectProblem(409, "team_disabled");
        var refused =
                browser.submit(
                        "/login",
                        "/invitations/" + people.token(guest),
                        Map.of("name", "Guest", "password", People.PASSWORD));
        assertThat(refused.expect(409).body()).contains("switched off");

        change(1, Map.of("enabled", true)).expect(200);
        assertThat(browser.signIn(email, People.PASSWORD).location()).isEqualTo("/profile");
    }

    private tools.jackson.databind.JsonNode settings() {
        return api().get("/api/v1/customers/" + customer + "/settings").expect(200).json();
    }

    private Api.Answer change(long version, Map<String, ?> change) {
        return api().send(
                        "PATCH",
                        "/api/v1/customers/" + customer + "/settings/team",
                        "application/json",
                        Api.JSON.writeValueAsBytes(change),
                        "If-Match",
                        Long.toString(version));
    }

    private Api.Answer invite(String email) {
        return api().post(
                        "/api/v1/customers/" + customer + "/members",
                        Map.of("email", email, "role", "viewer"));
    }

    private String member() {
        return people.member(api(), customer, "viewer");
    }
}
