package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Keys of a customer work as long as it has API access.
@SuppressWarnings("NullAway.Init")
class ApiAccessTest extends RunningApplication {

    private SectionsApi settings;

    @BeforeEach
    void customer() {
        settings = SectionsApi.of(api());
    }

    @Test
    void keys_stop_with_the_next_request_and_go_on_later() {
        Api own = api().withKey(settings.key("read", "write"));
        own.get(settings.path()).expect(200);
        send(own).expect(200);

        settings.change("features", Map.of("apiAccess", false)).expect(200);

        own.get(settings.path()).expectProblem(403, "api_access_disabled");
        own.get("/api/v1/me").expectProblem(403, "api_access_disabled");
        send(own).expectProblem(403, "api_access_disabled");
        api().get(settings.path()).expect(200);

        settings.change("features", Map.of("apiAccess", true)).expect(200);

        own.get(settings.path()).expect(200);
        send(own).expect(200);
    }

    @Test
    void usage_that_comes_with_a_key_known_a_moment_ago_is_not_stored() {
        Api own = api().withKey(settings.key("write"));
        for (int turn = 0; turn < 5; turn++) {
            send(own).expect(200);
            settings.change("features", Map.of("apiAccess", false)).expect(200);
            send(own).expectProblem(403, "api_access_disabled");
            settings.change("features", Map.of("apiAccess", true)).expect(200);
        }
        long stored =
                api().get("/api/v1/events?subject=" + settings.customer())
                        .expect(200)
                        .json()
                        .get("items")
                        .size();
        assertThat(stored).isEqualTo(5);
    }

    @Test
    void a_key_that_was_revoked_meanwhile_stays_revoked() {
        var issued =
                api().post(
                                settings.path() + "/api-keys",
                                Map.of("name", "Gone", "permissions", List.of("read")))
                        .expect(201)
                        .json();
        settings.change("features", Map.of("apiAccess", false)).expect(200);
        api().delete(settings.path() + "/api-keys/" + issued.get("id").asString()).expect(204);
        settings.change("features", Map.of("apiAccess", true)).expect(200);

        api().withKey(issued.get("secret").asString())
                .get(settings.path())
                .expectProblem(401, "invalid_key");
    }

    @Test
    void nobody_gets_a_key_that_would_not_work() {
        settings.change("features", Map.of("apiAccess", false)).expect(200);

        api().post(
                        settings.path() + "/api-keys",
                        Map.of("name", "Useless", "permissions", List.of("read")))
                .expectProblem(409, "api_access_required");
    }

    @Test
    void the_menu_loses_its_keys_and_does_not_get_them_back() {
        settings.change("menu", Map.of("apiKeys", true, "integration", true)).expect(200);
        long before = settings.version();

        var saved = settings.change("features", Map.of("apiAccess", false)).expect(200);

        assertThat(saved.json().get("version").asLong()).isEqualTo(before + 2);
        assertThat(settings.version()).isEqualTo(before + 2);
        SectionsApi.assertOff(settings.of("menu"), "apiKeys");
        assertThat(settings.of("menu").get("integration").asBoolean()).isTrue();
        var refused = settings.change("menu", Map.of("apiKeys", true));
        refused.expectProblem(409, "api_access_required");
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/apiKeys");
        settings.change("menu", Map.of("apiKeys", false, "phoneNumbers", true)).expect(200);

        settings.change("features", Map.of("apiAccess", true)).expect(200);

        SectionsApi.assertOff(settings.of("menu"), "apiKeys");
        settings.change("menu", Map.of("apiKeys", true)).expect(200);
    }

    private Api.Answer send(Api api) {
        return api.post(
                "/api/v1/events",
                List.of(
                        Map.of(
                                "specversion",
                                "1.0",
                                "id",
                                UUID.randomUUID().toString(),
                                "source",
                                "access",
                                "type",
                                "sms.sent",
                                "subject",
                                settings.customer(),
                                "data",
                                Map.of("segments", 1))));
    }
}
