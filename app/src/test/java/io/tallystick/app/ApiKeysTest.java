package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Keys are issued, shown once, used and revoked.
class ApiKeysTest extends RunningApplication {

    @Test
    void a_key_is_shown_once_and_opens_what_it_may_at_once() {
        String keys = keysOf("once");
        var issued = issue(api(), keys, "  Import  ", "read", "write").expect(201);
        JsonNode key = issued.json();
        String secret = key.get("secret").asString();

        assertThat(secret).startsWith("tsk_live_").startsWith(key.get("prefix").asString());
        assertThat(key.get("name").asString()).isEqualTo("Import");
        assertThat(issued.raw().headers().firstValue("cache-control")).contains("no-store");
        api().withKey(secret).getAfter(issued.position(), "/api/v1/customers/once").expect(200);

        JsonNode listed = list(issued.position(), keys);
        assertThat(listed.get("items")).hasSize(1);
        JsonNode item = listed.get("items").get(0);
        assertThat(item.get("id")).isEqualTo(key.get("id"));
        assertThat(item.get("prefix")).isEqualTo(key.get("prefix"));
        assertThat(item.get("createdAt")).isEqualTo(key.get("createdAt"));
        assertThat(item.get("permissions").valueStream().map(JsonNode::asString))
                .containsExactly("read", "write");
        assertThat(item.get("revokedAt").isNull()).isTrue();
        assertThat(listed.toString()).doesNotContain(secret).doesNotContain("hash");
    }

    @Test
    void a_key_does_what_its_permissions_say_and_nothing_else() {
        String keys = keysOf("may");
        String read = secret(issue(api(), keys, "Reader", "read"));
        String write = secret(issue(api(), keys, "Writer", "write"));
        String admin = secret(issue(api(), keys, "Admin", "admin"));

        api().withKey(read).get("/api/v1/customers/may/usage").expect(200);
        api().withKey(read)
                .post("/api/v1/events", OneSms.of("may", "/keys", "r"))
                .expectProblem(403, "permission_missing");
        api().withKey(read).get(keys).expect(200);
        api().withKey(write)
                .get("/api/v1/customers/may/usage")
                .expectProblem(403, "permission_missing");
        api().withKey(write).get(keys).expectProblem(403, "permission_missing");
        api().withKey(write).post("/api/v1/events", OneSms.of("may", "/keys", "w")).expect(200);
        for (String powerless : List.of(read, write)) {
            issue(api().withKey(powerless), keys, "More", "admin")
                    .expectProblem(403, "permission_missing");
            api().withKey(powerless).delete(keys + "/x").expectProblem(403, "permission_missing");
        }
        issue(api().withKey(admin), keys, "Of the admin", "admin").expect(201);
    }

    @Test
    void a_key_of_a_customer_is_walled_in() {
        String mine = keysOf("inside");
        String others = keysOf("outside");
        var foreign = issue(api(), others, "Foreign", "read").expect(201).json();
        String secret = secret(issue(api(), mine, "Admin", "admin"));
        Api customer = api().withKey(secret);

        customer.get(others).expectProblem(404, "customer_not_found");
        customer.get("/api/v1/customers/nobody/api-keys").expectProblem(404, "customer_not_found");
        issue(customer, others, "Mine", "read").expectProblem(404, "customer_not_found");
        customer.get("/api/v1/partners/default/api-keys").expectProblem(404, "partner_not_found");
        issue(customer, "/api/v1/partners/default/api-keys", "Up", "read")
                .expectProblem(404, "partner_not_found");
        var absent =
                customer.delete(mine + "/01900000-0000-7000-8000-000000000009")
                        .expectProblem(404, "api_key_not_found");
        var hidden =
                customer.delete(mine + "/" + foreign.get("id").asString())
                        .expectProblem(404, "api_key_not_found");
        assertThat(hidden.json().get("detail")).isEqualTo(absent.json().get("detail"));
        customer.delete(mine + "/no-id").expectProblem(404, "api_key_not_found");
        customer.get("/api/v1/customers", "Tallystick-Partner", "default")
                .expectProblem(403, "partner_header_not_allowed");
    }

    @Test
    void a_key_of_a_partner_sees_its_customers_and_manages_its_own_keys_only() {
        api().post("/api/v1/partners", Map.of("key", "keyed", "name", "Keyed")).expect(201);
        api().inPartner("keyed")
                .post("/api/v1/customers", Map.of("key", "theirs", "name", "Theirs"))
                .expect(201);
        String keys = "/api/v1/partners/keyed/api-keys";
        var issued = issue(api(), keys, "Partner", "admin").expect(201);
        Api partner = api().withKey(secret(issued));

        partner.getAfter(issued.position(), "/api/v1/customers/theirs").expect(200);
        issue(partner, "/api/v1/customers/theirs/api-keys", "For them", "read").expect(201);
        var second = issue(partner, keys, "Second", "read").expect(201);
        assertThat(items(partner, second.position(), keys))
                .extracting(item -> item.get("name").asString())
                .containsExactly("Second", "Partner");
        issue(partner, "/api/v1/partners/default/api-keys", "Up", "read")
                .expectProblem(404, "partner_not_found");
        partner.get("/api/v1/partners/nobody/api-keys").expectProblem(404, "partner_not_found");
        partner.get("/api/v1/partners").expectProblem(403, "operator_only");
        String location = issued.raw().headers().firstValue("location").orElseThrow();
        api().delete(location).expect(204);
        partner.get("/api/v1/customers").expectProblem(401, "invalid_key");
    }

    @Test
    void a_revoke_is_final_holds_at_once_and_stays_in_the_list() {
        String keys = keysOf("revoked");
        var issued = issue(api(), keys, "Leaked", "read").expect(201);
        String id = issued.json().get("id").asString();
        Api leaked = api().withKey(secret(issued));
        leaked.get(keys).expect(200);

        var revoked = api().delete(keys + "/" + id).expect(204);

        leaked.get(keys).expectProblem(401, "invalid_key");
        JsonNode item = list(revoked.position(), keys).get("items").get(0);
        assertThat(item.get("revokedAt").isString()).isTrue();
        var again = api().delete(keys + "/" + id).expect(204);
        assertThat(again.position()).isGreaterThanOrEqualTo(revoked.position());
        assertThat(list(again.position(), keys).get("items").get(0)).isEqualTo(item);
    }

    /// The key was active a moment ago, when it brought the first event.
    @ParameterizedTest
    @ValueSource(strings = {"new", "stored", "invalid", "malformed", "not allowed"})
    void usage_is_refused_from_the_revoke_on_whatever_it_is(String what) {
        String customer = "sender-" + what.replace(' ', '-');
        String keys = keysOf(customer);
        var issued = issue(api(), keys, "Leaked", what.equals("not allowed") ? "read" : "write");
        Api leaked = api().withKey(secret(issued));
        Object first = OneSms.of(customer, "/keys", "first");
        leaked.post("/api/v1/events", first).expect(what.equals("not allowed") ? 403 : 200);

        api().delete(keys + "/" + issued.json().get("id").asString()).expect(204);

        var refused =
                leaked.post(
                        "/api/v1/events",
                        switch (what) {
                            case "new" -> OneSms.of(customer, "/keys", "second");
                            case "invalid" -> OneSms.of("nobody", "/keys", "third");
                            case "malformed" -> "{";
                            default -> first;
                        });
        refused.expectProblem(401, "invalid_key");
        assertThat(refused.raw().headers().firstValue("www-authenticate")).contains("Bearer");
    }

    @Test
    void of_fifty_who_create_at_once_ten_succeed_and_a_revoke_makes_room() throws Exception {
        String keys = keysOf("crowd");
        List<Future<Api.Answer>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                answers.add(threads.submit(() -> issue(api(), keys, "One of many", "read")));
            }
        }
        List<Api.Answer> created = new ArrayList<>();
        for (Future<Api.Answer> answer : answers) {
            if (answer.get().status() == 201) {
                created.add(answer.get());
            } else {
                answer.get().expectProblem(409, "api_key_limit");
            }
        }
        assertThat(created).hasSize(10);

        String id = created.getFirst().json().get("id").asString();
        long position = api().delete(keys + "/" + id).expect(204).position();
        assertThat(list(position, keys).get("items")).hasSize(10);
        issue(api(), keys, "Room", "read").expect(201);
        issue(api(), keys, "No room", "read").expectProblem(409, "api_key_limit");
    }

    @Test
    void a_list_has_pages_and_the_newest_first() {
        String keys = keysOf("pages");
        for (String name : List.of("a", "b", "c")) {
            issue(api(), keys, name, "read").expect(201);
        }
        long position = issue(api(), keys, "d", "read").expect(201).position();

        JsonNode first = list(position, keys + "?limit=3");
        JsonNode second =
                list(position, keys + "?limit=3&cursor=" + first.get("nextCursor").asString());

        assertThat(first.get("items").findValuesAsString("name")).containsExactly("d", "c", "b");
        assertThat(second.get("items").findValuesAsString("name")).containsExactly("a");
        assertThat(second.get("nextCursor").isNull()).isTrue();
        api().get(keys + "?cursor=bm8").expectProblem(400, "invalid_request");
    }

    @Test
    void when_a_key_was_used_last_is_shown_a_little_later() {
        String keys = keysOf("used");
        var issued = issue(api(), keys, "Used", "read").expect(201);
        long position = issued.position();
        assertThat(list(position, keys).get("items").get(0).get("lastUsedAt").isNull()).isTrue();

        api().withKey(secret(issued)).get(keys).expect(200);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(
                                        list(position, keys)
                                                .get("items")
                                                .get(0)
                                                .get("lastUsedAt")
                                                .isString())
                                .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\r\nSet-Cookie: b", "tab\there", "nul\u0000", "\u007f"})
    void a_name_that_could_end_a_line_is_refused(String name) {
        issue(api(), keysOf("names"), name, "read").expectProblem(400, "invalid_request");
    }

    @Test
    void a_name_has_64_characters_and_permissions_are_known() {
        String keys = keysOf("names");
        issue(api(), keys, "😀".repeat(64), "read").expect(201);
        issue(api(), keys, "x".repeat(65), "read").expectProblem(400, "invalid_request");
        issue(api(), keys, "None").expectProblem(400, "invalid_request");
        issue(api(), keys, "Root", "read", "root").expectProblem(400, "invalid_request");
        api().post(keys, Map.of("name", "No permissions")).expectProblem(400, "invalid_request");
        api().post(keys, Map.of("permissions", List.of("read")))
                .expectProblem(400, "invalid_request");
        api().post(keys, Map.of("name", "X", "permissions", List.of("read"), "scope", "operator"))
                .expectProblem(400, "invalid_request");
    }

    @Test
    void a_key_in_the_address_is_refused() {
        api().withoutKey()
                .get("/api/v1/customers?api_key=" + KEY)
                .expectProblem(400, "key_in_query");
        api().get("/api/v1/customers?q=tsk_live_abc").expectProblem(400, "key_in_query");
    }

    private String keysOf(String customer) {
        var created = api().post("/api/v1/customers", Map.of("key", customer, "name", customer));
        assertThat(created.status()).isIn(201, 409);
        return "/api/v1/customers/" + customer + "/api-keys";
    }

    private static Api.Answer issue(Api api, String keys, String name, String... permissions) {
        return api.post(keys, Map.of("name", name, "permissions", List.of(permissions)));
    }

    private static String secret(Api.Answer issued) {
        return issued.expect(201).json().get("secret").asString();
    }

    private JsonNode list(long position, String keys) {
        return api().getAfter(position, keys).expect(200).json();
    }

    private static List<JsonNode> items(Api api, long position, String keys) {
        return api.getAfter(position, keys).expect(200).json().get("items").valueStream().toList();
    }
}
