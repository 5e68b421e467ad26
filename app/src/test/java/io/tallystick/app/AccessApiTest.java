package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Partners, customers and who may ask for them.
class AccessApiTest extends RunningApplication {

    @Test
    void a_customer_is_there_for_the_next_request() {
        var created =
                api().post(
                                "/api/v1/customers",
                                Map.of(
                                        "key",
                                        "ada",
                                        "name",
                                        "Ada Ltd",
                                        "timeZone",
                                        "Europe/Berlin"))
                        .expect(201);

        var read = api().getAfter(created.position(), "/api/v1/customers/ada").expect(200).json();

        assertThat(read.get("name").asString()).isEqualTo("Ada Ltd");
        assertThat(read.get("timeZone").asString()).isEqualTo("Europe/Berlin");
        assertThat(read.get("currency").asString()).isEqualTo("USD");
        assertThat(read.get("id").asString()).isEqualTo(created.json().get("id").asString());
        assertThat(read.get("position").asLong()).isGreaterThanOrEqualTo(created.position());
    }

    @Test
    void a_key_is_unique_in_its_partner_and_free_in_another() {
        api().post("/api/v1/partners", Map.of("key", "other-house", "name", "Other house"))
                .expect(201);
        api().post("/api/v1/customers", Map.of("key", "bob", "name", "Bob")).expect(201);

        api().post("/api/v1/customers", Map.of("key", "bob", "name", "Bob again"))
                .expectProblem(409, "customer_key_taken");
        api().inPartner("other-house")
                .post("/api/v1/customers", Map.of("key", "bob", "name", "Another Bob"))
                .expect(201);
        api().post("/api/v1/partners", Map.of("key", "other-house", "name", "Again"))
                .expectProblem(409, "partner_key_taken");
    }

    @Test
    void a_refused_creation_leaves_no_trace_in_look_ups_or_log() {
        api().post(
                        "/api/v1/customers",
                        Map.of("key", "cem", "name", "Cem", "timeZone", "Mars/Olympus"))
                .expectProblem(400, "invalid_request");

        api().post("/api/v1/customers", Map.of("key", "cem", "name", "Cem")).expect(201);
    }

    @Test
    void every_fault_of_a_request_is_named_at_once() {
        var answer =
                api().post(
                                "/api/v1/customers",
                                Map.of(
                                        "key",
                                        "dan",
                                        "name",
                                        " ",
                                        "timeZone",
                                        "EST",
                                        "currency",
                                        "EURO",
                                        "country",
                                        "ZZ",
                                        "email",
                                        "x"))
                        .expectProblem(400, "invalid_request");

        assertThat(answer.json().get("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/name", "/timeZone", "/currency", "/country", "/email");
    }

    @Test
    void an_unknown_field_is_refused_by_name() {
        var answer =
                api().post(
                                "/api/v1/customers",
                                Map.of("key", "eve", "name", "Eve", "role", "owner"))
                        .expectProblem(400, "invalid_request");

        assertThat(answer.json().get("errors").get(0).get("pointer").asString()).isEqualTo("/role");
        assertThat(answer.json().get("errors").get(0).get("code").asString())
                .isEqualTo("unknown_field");
    }

    @Test
    void saving_what_is_there_already_writes_no_fact() {
        api().post("/api/v1/customers", Map.of("key", "fay", "name", "Fay")).expect(201);
        var first = api().patch("/api/v1/customers/fay", Map.of("name", "Fay & Co")).expect(200);
        var second = api().patch("/api/v1/customers/fay", Map.of("name", "Fay & Co")).expect(200);

        assertThat(second.position()).isEqualTo(first.position());
        assertThat(second.json().get("name").asString()).isEqualTo("Fay & Co");
    }

    @Test
    void an_email_is_removed_by_null_and_kept_by_silence() {
        api().post(
                        "/api/v1/customers",
                        Map.of("key", "gus", "name", "Gus", "email", "gus@example.com"))
                .expect(201);

        var renamed = api().patch("/api/v1/customers/gus", Map.of("name", "Gus II")).expect(200);
        var removal = new HashMap<String, Object>();
        removal.put("email", null);
        var removed = api().patch("/api/v1/customers/gus", removal).expect(200);

        assertThat(renamed.json().get("email").asString()).isEqualTo("gus@example.com");
        assertThat(removed.json().get("email").isNull()).isTrue();
    }

    @Test
    void a_foreign_customer_and_an_absent_one_are_the_same_404() {
        api().post("/api/v1/partners", Map.of("key", "wall", "name", "Wall")).expect(201);
        var foreign =
                api().inPartner("wall")
                        .post("/api/v1/customers", Map.of("key", "hid", "name", "Hidden"))
                        .expect(201);
        String id = foreign.json().get("id").asString();

        var other =
                api().patch("/api/v1/customers/" + id, Map.of("name", "Mine"))
                        .expectProblem(404, "customer_not_found");
        var absent =
                api().patch("/api/v1/customers/nobody", Map.of("name", "Mine"))
                        .expectProblem(404, "customer_not_found");
        api().getAfter(foreign.position(), "/api/v1/customers/" + id)
                .expectProblem(404, "customer_not_found");

        assertThat(other.json().get("detail")).isEqualTo(absent.json().get("detail"));
    }

    @Test
    void an_unknown_partner_in_the_header_is_not_found() {
        api().inPartner("nowhere").get("/api/v1/customers").expectProblem(404, "partner_not_found");
    }

    @Test
    void without_a_good_key_there_is_no_answer() {
        api().withoutKey().get("/api/v1/customers").expectProblem(401, "credential_required");
        api().withKey("tsk_live_wrong").get("/api/v1/customers").expectProblem(401, "invalid_key");
        api().withoutKey()
                .get("/api/v1/admin/projections")
                .expectProblem(401, "credential_required");
        api().withoutKey().get("/api/v1/no-such-path").expectProblem(401, "credential_required");
    }

    @Test
    void a_key_opens_no_page_and_a_wrong_path_is_a_problem() {
        var page = api().get("/");
        assertThat(page.raw().statusCode()).isEqualTo(302);
        assertThat(page.raw().headers().firstValue("location").orElseThrow()).endsWith("/login");

        api().get("/api/v1/no-such-path").expectProblem(404, "no_such_path");
        api().send("DELETE", "/api/v1/partners", "application/json", new byte[0])
                .expectProblem(405, "method_not_allowed");
    }

    @Test
    void a_parameter_with_nul_is_refused() {
        api().get("/api/v1/events?type=%00").expectProblem(400, "request_rejected");
        api().get("/api/v1/events?limit=abc").expectProblem(400, "invalid_request");
    }

    @Test
    void a_key_that_no_path_can_hold_is_refused() {
        for (String key : List.of("a/b", "50%", "a;b", "a\\b", ".", "..", " a")) {
            api().post("/api/v1/customers", Map.of("key", key, "name", "Unreachable"))
                    .expectProblem(400, "invalid_request");
        }
    }

    @Test
    void health_needs_no_key_and_tells_no_details() {
        var answer = api().withoutKey().get("/actuator/health/readiness").expect(200);

        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(api().withoutKey().get("/actuator/env").status()).isEqualTo(302);
    }
}
