package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What the host product is told that a customer may.
@SuppressWarnings("NullAway.Init")
class CapabilitiesTest extends RunningApplication {

    private SectionsApi settings;

    @BeforeEach
    void customer() {
        settings = SectionsApi.of(api());
    }

    @Test
    void a_new_customer_may_use_its_keys_and_have_people_and_nothing_else() {
        assertThat(
                        capabilities()
                                .get("capabilities")
                                .valueStream()
                                .filter(it -> it.get("allowed").asBoolean())
                                .map(it -> it.get("name").asString()))
                .containsExactly("apiAccess", "team");
        assertThat(reason("portal")).isEqualTo("switched_off");
        assertThat(one("menuApiKeys").get("setting").asString()).isEqualTo("menu.apiKeys");
    }

    @Test
    void what_is_in_the_portal_is_allowed_while_it_is_on() {
        settings.change("portal", Map.of("chatEnabled", true, "caseVisibility", List.of("status")))
                .expect(200);
        assertThat(reason("chat")).isEqualTo("portal_off");
        assertThat(capabilities().get("caseVisibility").isEmpty()).isTrue();

        settings.change("portal", Map.of("enabled", true)).expect(200);

        assertThat(one("chat").get("allowed").asBoolean()).isTrue();
        assertThat(one("chat").get("reason").isNull()).isTrue();
        assertThat(reason("documentUpload")).isEqualTo("switched_off");
        assertThat(capabilities().get("caseVisibility").get(0).asString()).isEqualTo("status");
        assertThat(capabilities().get("version").asLong()).isEqualTo(2);

        settings.change("portal", Map.of("enabled", false)).expect(200);

        assertThat(reason("chat")).isEqualTo("portal_off");
        assertThat(reason("team")).isEqualTo("portal_off");
    }

    @Test
    void a_portal_that_never_was_on_keeps_nobody_out_whatever_is_set_for_it() {
        settings.change("portal", Map.of("autoInvite", true)).expect(200);

        assertThat(one("team").get("allowed").asBoolean()).isTrue();
    }

    @Test
    void a_customer_that_is_not_active_may_nothing() {
        settings.change("portal", Map.of("enabled", true)).expect(200);
        settings.change("account", Map.of("status", "archived")).expect(200);

        assertThat(capabilities().get("capabilities").valueStream())
                .allSatisfy(it -> {
                    assertThat(it.get("allowed").asBoolean()).isFalse();
                    assertThat(it.get("reason").asString()).isEqualTo("customer_archived");
                });
    }

    private JsonNode capabilities() {
        return api().get(settings.path() + "/capabilities").expect(200).json();
    }

    private JsonNode one(String name) {
        return capabilities()
                .get("capabilities")
                .valueStream()
                .filter(it -> it.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String reason(String name) {
        return one(name).get("reason").asString();
    }
}
