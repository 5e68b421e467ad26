package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.edge.caller.ApiKeySecret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Operators' keys are issued, used and revoked as those of everybody else.
class OperatorKeysTest extends RunningApplication {

    private static final String KEYS = "/api/v1/admin/api-keys";

    @Test
    void a_key_is_shown_once_and_opens_every_partner() {
        var issued = issue(api(), "  Night watch  ", "read").expect(201);
        JsonNode key = issued.json();
        String secret = key.get("secret").asString();
        api().post("/api/v1/partners", Map.of("key", "watched", "name", "Watched")).expect(201);

        assertThat(issued.raw().headers().firstValue("cache-control")).contains("no-store");
        assertThat(issued.raw().headers().firstValue("location"))
                .contains(KEYS + "/" + key.get("id").asString());
        Api watch = api().withKey(secret);
        watch.inPartner("watched").get("/api/v1/customers").expect(200);
        assertThat(watch.get("/api/v1/me").expect(200).json().get("type").asString())
                .isEqualTo("operator");

        JsonNode listed = list(issued.position());
        JsonNode item = named(listed, "Night watch");
        assertThat(item.get("prefix")).isEqualTo(key.get("prefix"));
        assertThat(item.get("createdAt")).isEqualTo(key.get("createdAt"));
        assertThat(listed.toString()).doesNotContain(secret).doesNotContain("hash");
    }

    @Test
    void the_key_of_the_environment_is_one_of_them() {
        long position = issue(api(), "Beside it", "read").expect(201).position();

        JsonNode installed = named(list(position), "Operator key");

        assertThat(installed.get("prefix").asString()).isEqualTo(ApiKeySecret.prefix(KEY));
        assertThat(installed.get("permissions").valueStream().map(JsonNode::asString))
                .containsExactly("admin");
        assertThat(installed.get("revokedAt").isNull()).isTrue();
    }

    @Test
    void a_key_does_what_its_permissions_say_and_only_admin_manages_keys() {
        String victim = issue(api(), "Victim", "read").expect(201).json().get("id").asString();
        Api read = api().withKey(secret(issue(api(), "Reader", "read")));
        Api write = api().withKey(secret(issue(api(), "Writer", "write")));

        read.get("/api/v1/partners").expect(200);
        read.post("/api/v1/partners", Map.of("key", "no", "name", "No"))
                .expectProblem(403, "permission_missing");
        write.post("/api/v1/partners", Map.of("key", "made-by-write", "name", "Yes")).expect(201);
        write.get("/api/v1/partners").expectProblem(403, "permission_missing");
        for (Api powerless : List.of(read, write)) {
            powerless.get(KEYS).expectProblem(403, "permission_missing");
            issue(powerless, "More", "admin").expectProblem(403, "permission_missing");
            powerless.delete(KEYS + "/" + victim).expectProblem(403, "permission_missing");
        }
        issue(api().withKey(secret(issue(api(), "Head", "admin"))), "Of the head", "admin")
                .expect(201);
    }

    @Test
    void keys_of_partners_and_operators_are_kept_apart() {
        String partnersKeys = "/api/v1/partners/default/api-keys";
        Object wanted = Map.of("name", "Of the partner", "permissions", List.of("admin"));
        var ofPartner = api().post(partnersKeys, wanted).expect(201).json();
        var ofOperators = issue(api(), "Of the operators", "admin").expect(201);
        String id = ofOperators.json().get("id").asString();
        Api partner = api().withKey(ofPartner.get("secret").asString());

        partner.get(KEYS).expectProblem(403, "operator_only");
        issue(partner, "Up", "read").expectProblem(403, "operator_only");
        partner.delete(KEYS + "/" + id).expectProblem(403, "operator_only");
        partner.delete(partnersKeys + "/" + id).expectProblem(404, "api_key_not_found");
        api().delete(KEYS + "/" + ofPartner.get("id").asString())
                .expectProblem(404, "api_key_not_found");
        assertThat(list(ofOperators.position()).findValuesAsString("name"))
                .doesNotContain("Of the partner");
        assertThat(
                        partner.getAfter(ofOperators.position(), partnersKeys)
                                .expect(200)
                                .json()
                                .findValuesAsString("name"))
                .contains("Of the partner")
                .doesNotContain("Of the operators");
    }

    @Test
    void a_revoke_is_final_holds_at_once_and_stays_in_the_list() {
        var issued = issue(api(), "Leaked", "admin").expect(201);
        String id = issued.json().get("id").asString();
        Api leaked = api().withKey(secret(issued));
        leaked.get(KEYS).expect(200);

        var revoked = api().delete(KEYS + "/" + id).expect(204);

        leaked.get(KEYS).expectProblem(401, "invalid_key");
        assertThat(named(list(revoked.position()), "Leaked").get("revokedAt").isString()).isTrue();
        api().delete(KEYS + "/" + id).expect(204);
        api().delete(KEYS + "/no-id").expectProblem(404, "api_key_not_found");
    }

    @Test
    void operators_may_have_more_keys_than_a_customer_and_a_list_has_pages() {
        for (int number = 0; number < 10; number++) {
            issue(api(), "Many", "read").expect(201);
        }
        long position = issue(api(), "Newest", "read").expect(201).position();

        JsonNode first = api().getAfter(position, KEYS + "?limit=2").expect(200).json();
        String next = first.get("nextCursor").asString();
        JsonNode second = api().get(KEYS + "?limit=2&cursor=" + next).expect(200).json();

        assertThat(first.get("items").findValuesAsString("name")).containsExactly("Newest", "Many");
        assertThat(second.get("items").findValuesAsString("name")).containsExactly("Many", "Many");
        api().get(KEYS + "?cursor=bm8").expectProblem(400, "invalid_request");
    }

    private static Api.Answer issue(Api api, String name, String... permissions) {
        return api.post(KEYS, Map.of("name", name, "permissions", List.of(permissions)));
    }

    private static String secret(Api.Answer issued) {
        return issued.expect(201).json().get("secret").asString();
    }

    private JsonNode list(long position) {
        return api().getAfter(position, KEYS + "?limit=200").expect(200).json();
    }

    private static JsonNode named(JsonNode list, String name) {
        return list.get("items")
                .valueStream()
                .filter(item -> item.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
