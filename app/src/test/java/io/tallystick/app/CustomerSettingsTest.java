package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.edge.settings.SectionType;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// What holds for every section of what is set for a customer.
@SuppressWarnings("NullAway.Init")
class CustomerSettingsTest extends RunningApplication {

    private SectionsApi settings;
    private long position;

    @BeforeEach
    void customer() {
        settings = SectionsApi.of(api());
    }

    static Stream<String> sections() {
        return Arrays.stream(SectionType.values()).map(SectionType::key);
    }

    @Test
    void a_new_customer_has_every_section_at_version_0() {
        JsonNode all = settings.all();

        assertThat(all.get("version").asLong()).isZero();
        sections().forEach(section -> assertThat(all.get(section).isObject()).as(section).isTrue());
        assertThat(all.at("/features/apiAccess").asBoolean()).isTrue();
        assertThat(all.at("/features/payPerCall").asBoolean()).isFalse();
        assertThat(all.at("/portal/enabled").asBoolean()).isFalse();
        assertThat(all.at("/portal/caseVisibility").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("sections")
    void a_change_needs_the_version_that_there_is(String section) {
        settings.change("menu", Map.of("integration", true), "0").expect(200);

        settings.change(section, Map.of(), "0").expectProblem(409, "settings_changed");
        settings.change(section, Map.of(), "2").expectProblem(409, "settings_changed");
        settings.change(section, Map.of(), "one").expectProblem(400, "invalid_request");
        api().patch(settings.path() + "/settings/" + section, Map.of())
                .expectProblem(428, "precondition_required");
        assertThat(settings.version()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("sections")
    void to_change_nothing_writes_nothing(String section) {
        settings.change("menu", Map.of("integration", true)).expect(200);
        long head = settings.change(section, Map.of(), "1").expect(200).position();

        for (String seen : List.of("1", "\"1\"")) {
            var again = settings.change(section, Map.of(), seen).expect(200);
            assertThat(again.json().get("version").asLong()).isEqualTo(1);
            assertThat(again.position()).isEqualTo(head);
        }
    }

    @ParameterizedTest
    @MethodSource("sections")
    void a_field_that_is_not_the_sections_is_named(String section) {
        var refused = settings.change(section, Map.of("colour", true));

        refused.expectProblem(400, "invalid_request");
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/colour");
        assertThat(SectionsApi.codes(refused)).containsExactly("unknown_field");
        api().send(
                        "PATCH",
                        settings.path() + "/settings/" + section,
                        "application/json",
                        "[1]".getBytes(StandardCharsets.UTF_8),
                        "If-Match",
                        "0")
                .expectProblem(400, "invalid_request");
    }

    @Test
    void all_faults_are_named_at_once() {
        var refused =
                settings.change("portal", Map.of("enabled", "yes", "chat", true, "autoInvite", 1));

        refused.expectProblem(400, "invalid_request");
        assertThat(SectionsApi.codes(refused))
                .containsExactlyInAnyOrder("wrong_type", "unknown_field", "wrong_type");
    }

    @Test
    void what_is_left_out_stays_and_the_same_again_writes_nothing() {
        var saved =
                settings.change("menu", Map.of("integration", true, "docsAndMedia", true))
                        .expect(200);
        assertThat(saved.json().get("version").asLong()).isEqualTo(1);

        var more = settings.change("menu", Map.of("phoneNumbers", true)).expect(200);
        assertThat(more.json().get("integration").asBoolean()).isTrue();
        assertThat(more.json().get("version").asLong()).isEqualTo(2);

        var same = settings.change("menu", Map.of("phoneNumbers", true)).expect(200);
        assertThat(same.json().get("version").asLong()).isEqualTo(2);
        assertThat(same.position()).isEqualTo(more.position());
        assertThat(settings.of("menu").get("phoneNumbers").asBoolean()).isTrue();
    }

    @Test
    void a_fact_says_what_was_before_and_who_did_it() throws Exception {
        settings.change("menu", Map.of("apiKeys", true)).expect(200);
        long position =
                settings.change("features", Map.of("apiAccess", false)).expect(200).position();

        JsonNode features = fact(position - 1, "settings.FeaturesChanged");
        assertThat(features.at("/before/apiAccess").asBoolean()).isTrue();
        assertThat(features.at("/after/apiAccess").asBoolean(true)).isFalse();
        JsonNode menu = fact(position, "settings.MenuChanged");
        assertThat(menu.at("/before/apiKeys").asBoolean()).isTrue();
        assertThat(menu.at("/after/apiKeys").asBoolean(true)).isFalse();
    }

    private static JsonNode fact(long position, String type) throws SQLException {
        try (var connection = database().connection();
                var query =
                        connection.prepareStatement(
                                """
                                select convert_from(payload, 'UTF8'), convert_from(metadata, 'UTF8')
                                from event_log.entry where position = ? and type = ?
                                """)) {
            query.setLong(1, position);
            query.setString(2, type);
            try (var row = query.executeQuery()) {
                assertThat(row.next()).as(type + " at " + position).isTrue();
                assertThat(Api.JSON.readTree(row.getString(2)).get("actorType").asString())
                        .isEqualTo("operator");
                return Api.JSON.readTree(row.getString(1));
            }
        }
    }

    @Test
    void there_is_no_section_of_another_name() {
        for (String section : List.of("colours", "Portal", "version")) {
            settings.change(section, Map.of(), "0").expectProblem(404, "section_not_found");
        }
    }

    @Test
    void a_customer_changes_its_portal_and_not_what_it_was_given() {
        SectionsApi own = settings.with(settings.key("read", "write"));

        own.change("portal", Map.of("chatEnabled", true)).expect(200);
        own.change("branding", Map.of("displayName", "Own")).expect(200);
        own.change("qualifiedCalls", Map.of("thresholdSeconds", 90)).expect(200);
        for (String section :
                List.of(
                        "features",
                        "menu",
                        "aiCredits",
                        "pricing",
                        "knowledgeBase",
                        "team",
                        "apiLimits",
                        "usage",
                        "demo",
                        "account")) {
            own.change(section, Map.of()).expectProblem(403, "partner_only");
        }
        settings.with(settings.key("read"))
                .change("portal", Map.of("chatEnabled", false))
                .expectProblem(403, "permission_missing");
    }

    @Test
    void names_of_a_list_are_in_no_order_and_told_once() {
        settings.change("portal", Map.of("caseVisibility", List.of("title", "status"))).expect(200);
        assertThat(
                        settings.of("portal")
                                .get("caseVisibility")
                                .valueStream()
                                .map(JsonNode::asString))
                .containsExactly("status", "title");
        settings.change("portal", Map.of("caseVisibility", List.of("status", "title"))).expect(200);
        assertThat(settings.version()).isEqualTo(1);

        for (Object bad :
                List.of("title", List.of(1), List.of("a b"), List.of(""), List.of("a", "a"))) {
            settings.change("portal", Map.of("caseVisibility", bad))
                    .expectProblem(400, "invalid_request");
        }
        List<String> many = Stream.iterate(0, it -> it + 1).limit(51).map(it -> "f" + it).toList();
        assertThat(SectionsApi.codes(settings.change("portal", Map.of("caseVisibility", many))))
                .containsExactly("too_many");
    }

    @Test
    void credits_hide_prices_and_do_not_show_them_again() {
        settings.change("pricing", Map.of("visible", true)).expect(200);

        settings.change("aiCredits", Map.of("enabled", true)).expect(200);

        SectionsApi.assertOff(settings.of("pricing"), "visible");
        settings.change("pricing", Map.of("visible", true))
                .expectProblem(409, "ai_credits_enabled");
        settings.change("aiCredits", Map.of("enabled", false)).expect(200);
        SectionsApi.assertOff(settings.of("pricing"), "visible");
        settings.change("pricing", Map.of("visible", true)).expect(200);
    }

    @Test
    void who_is_told_of_low_credits_says_when_they_are_low() {
        settings.change("aiCredits", Map.of("notificationsEnabled", true))
                .expectProblem(400, "invalid_request");
        var saved =
                settings.change(
                                "aiCredits",
                                Map.of(
                                        "notificationsEnabled",
                                        true,
                                        "lowCreditThreshold",
                                        "100.50",
                                        "furtherThresholds",
                                        List.of("5", "50.0"),
                                        "recipients",
                                        List.of("ada@example.com")))
                        .expect(200)
                        .json();

        assertThat(saved.get("lowCreditThreshold").asString()).isEqualTo("100.5");
        assertThat(saved.get("furtherThresholds").valueStream().map(JsonNode::asString))
                .containsExactly("50", "5");
    }

    @Test
    void calls_are_qualified_from_the_threshold_on_also_those_of_before() {
        for (int seconds : new int[] {0, 59, 60, 89, 90, 91}) {
            call(seconds);
        }
        assertThat(qualified()).isEqualTo(4);

        settings.change("qualifiedCalls", Map.of("thresholdSeconds", 90)).expect(200);
        assertThat(qualified()).isEqualTo(2);
        call(90);
        assertThat(qualified()).isEqualTo(3);

        settings.change("qualifiedCalls", Map.of("thresholdSeconds", 0)).expect(200);
        assertThat(qualified()).isEqualTo(7);
    }

    private void call(int seconds) {
        var event =
                Map.of(
                        "specversion",
                        "1.0",
                        "id",
                        UUID.randomUUID().toString(),
                        "source",
                        "qualified",
                        "type",
                        "voice.call.completed",
                        "subject",
                        settings.customer(),
                        "data",
                        Map.of("callId", "call", "durationSeconds", seconds));
        position = api().post("/api/v1/events", List.of(event)).expect(200).position();
    }

    private long qualified() {
        JsonNode calls =
                api().getAfter(position, settings.path() + "/usage")
                        .expect(200)
                        .json()
                        .get("qualifiedCalls");
        assertThat(calls.get("thresholdSeconds").asInt())
                .isEqualTo(settings.of("qualifiedCalls").get("thresholdSeconds").asInt());
        return calls.get("qualified").asLong();
    }

    @Test
    void a_demo_is_one_from_the_beginning_and_stays_one() {
        String key = "demo-" + UUID.randomUUID();
        api().post("/api/v1/customers", Map.of("key", key, "name", "Demo", "demo", true))
                .expect(201);
        var demo = new SectionsApi(api(), key);

        assertThat(demo.of("demo").get("demo").asBoolean()).isTrue();
        assertThat(demo.version()).isEqualTo(1);
        demo.change("demo", Map.of("resetEveryHours", 24)).expect(200);
        demo.change("demo", Map.of("demo", false)).expectProblem(409, "demo_only_at_creation");
        assertThat(demo.of("demo").get("resetEveryHours").asInt()).isEqualTo(24);
    }

    @Test
    void a_customer_that_is_refused_leaves_no_demo_behind() {
        api().post(
                        "/api/v1/customers",
                        Map.of("key", settings.customer(), "name", "Demo", "demo", true))
                .expectProblem(409, "customer_key_taken");

        SectionsApi.assertOff(settings.of("demo"), "demo");
        assertThat(settings.version()).isZero();
    }

    @Test
    void a_business_does_not_become_a_demo() {
        settings.change("demo", Map.of("demo", true)).expectProblem(409, "demo_only_at_creation");
        settings.change("demo", Map.of("resetEveryHours", 24)).expectProblem(409, "demo_required");
        assertThat(settings.version()).isZero();
    }
}
