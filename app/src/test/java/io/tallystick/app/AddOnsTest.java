package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a partner does not have, its customers do not get.
@SuppressWarnings("NullAway.Init")
class AddOnsTest extends RunningApplication {

    private String partner;
    private SectionsApi settings;

    @BeforeEach
    void partnerAndCustomer() {
        partner = "add-ons-" + UUID.randomUUID().toString().substring(0, 8);
        api().post("/api/v1/partners", Map.of("key", partner, "name", "Reseller")).expect(201);
        settings = SectionsApi.of(api().inPartner(partner));
    }

    @Test
    void at_first_a_partner_may_give_all() {
        settings.change(
                        "features",
                        Map.of(
                                "advancedAnalytics", true,
                                "detailedCallAnalysis", true,
                                "actionPointAnalysis", true,
                                "payPerCall", true))
                .expect(200);

        assertThat(reason("advancedAnalytics")).isEqualTo("null");
    }

    @Test
    void what_the_partner_does_not_have_is_not_switched_on() {
        policy(Map.of("advancedAnalytics", false, "payPerCall", false));

        var refused =
                settings.change("features", Map.of("advancedAnalytics", true, "payPerCall", true))
                        .expectProblem(409, "add_on_not_available");

        assertThat(SectionsApi.codes(refused))
                .containsExactly("add_on_not_available", "add_on_not_available");
        assertThat(refused.json().at("/errors/1/pointer").asString()).isEqualTo("/payPerCall");
        assertThat(refused.json().at("/errors/0/detail").asString())
                .isEqualTo("The partner does not have Advanced Analytics.");
        assertThat(settings.version()).isZero();
        settings.change("features", Map.of("detailedCallAnalysis", true)).expect(200);
    }

    @Test
    void what_the_partner_loses_its_customers_lose_until_it_is_back() {
        settings.change("features", Map.of("advancedAnalytics", true)).expect(200);

        policy(Map.of("advancedAnalytics", false));

        assertThat(reason("advancedAnalytics")).isEqualTo("partner_add_on_missing");
        assertThat(settings.of("features").get("advancedAnalytics").asBoolean()).isTrue();
        assertThat(settings.version()).as("nobody changed it").isEqualTo(1);
        settings.change("features", Map.of("advancedAnalytics", true, "apiAccess", false))
                .expect(200);
        var operator = new Browser(api().base());
        operator.signIn("operator", PASSWORD).location();
        String page = "/customers/" + settings.customer() + "/manage?partner=" + partner;
        assertThat(operator.get(page).expect(200).body())
                .containsOnlyOnce("Off, because the partner does not have it any more.");

        policy(Map.of("advancedAnalytics", true));

        assertThat(reason("advancedAnalytics")).isEqualTo("null");
        assertThat(operator.get(page).expect(200).body()).doesNotContain("Off, because");
    }

    @Test
    void what_is_given_up_while_the_partner_does_not_have_it_is_gone() {
        settings.change("features", Map.of("payPerCall", true)).expect(200);
        policy(Map.of("payPerCall", false));

        settings.change("features", Map.of("payPerCall", false)).expect(200);

        assertThat(reason("payPerCall")).isEqualTo("switched_off");
        settings.change("features", Map.of("payPerCall", true))
                .expectProblem(409, "add_on_not_available");
    }

    private void policy(Map<String, ?> fields) {
        String path = "/api/v1/partners/" + partner + "/settings";
        long version = api().get(path).expect(200).json().get("version").asLong();
        api().patch(path + "/addOns", fields, "If-Match", Long.toString(version)).expect(200);
    }

    private String reason(String capability) {
        return settings.api()
                .get(settings.path() + "/capabilities")
                .expect(200)
                .json()
                .get("capabilities")
                .valueStream()
                .filter(it -> it.get("name").asString().equals(capability))
                .map(it -> it.get("reason").isNull() ? "null" : it.get("reason").asString())
                .findFirst()
                .orElseThrow();
    }
}
