package io.tallystick.edge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.events.settings.PartnerSection;
import io.tallystick.events.settings.Section;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// Every dependency between settings, in both orders.
class SettingsDependenciesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// How a dependent behaves.
    ///
    /// @param met what makes it work
    /// @param unmet what makes it not
    /// @param on the dependent
    /// @param code of the refusal to switch it on alone, empty where it sleeps instead
    /// @param stays whether it is still set after what it needs is gone
    private record Row(
            SettingsDependencies dependency,
            Map<String, ?> met,
            Map<String, ?> unmet,
            Map<String, ?> on,
            String code,
            boolean stays) {}

    private static final List<Row> ROWS =
            List.of(
                    new Row(
                            SettingsDependencies.API_KEYS_IN_THE_MENU,
                            Map.of("apiAccess", true),
                            Map.of("apiAccess", false),
                            Map.of("apiKeys", true),
                            "api_access_required",
                            false),
                    new Row(
                            SettingsDependencies.PRICES,
                            Map.of("enabled", false),
                            Map.of("enabled", true),
                            Map.of("visible", true),
                            "ai_credits_enabled",
                            false),
                    new Row(
                            SettingsDependencies.STORAGE,
                            Map.of("enabled", true),
                            Map.of("enabled", false),
                            Map.of("allocatedMb", 5),
                            "knowledge_base_required",
                            true),
                    new Row(
                            SettingsDependencies.AUTO_INVITE,
                            Map.of("enabled", true),
                            Map.of("enabled", false),
                            Map.of("autoInvite", true),
                            "",
                            true),
                    new Row(
                            SettingsDependencies.TEAM,
                            Map.of("enabled", true),
                            Map.of("enabled", false),
                            Map.of("enabled", true),
                            "",
                            true),
                    addOn(SettingsDependencies.ADVANCED_ANALYTICS, "advancedAnalytics"),
                    addOn(SettingsDependencies.DETAILED_CALL_ANALYSIS, "detailedCallAnalysis"),
                    addOn(SettingsDependencies.ACTION_POINT_ANALYSIS, "actionPointAnalysis"),
                    addOn(SettingsDependencies.PAY_PER_CALL, "payPerCall"));

    private static Row addOn(SettingsDependencies dependency, String name) {
        return new Row(
                dependency,
                Map.of(name, true),
                Map.of(name, false),
                Map.of(name, true),
                "add_on_not_available",
                true);
    }

    static Stream<Arguments> rows() {
        return ROWS.stream().map(Arguments::of);
    }

    @Test
    void every_dependency_has_a_row() {
        assertThat(ROWS)
                .extracting(Row::dependency)
                .containsExactlyInAnyOrder(SettingsDependencies.values());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void it_works_once_both_are_on(Row row) {
        CustomerSections all = dependent(row, need(row, CustomerSections.UNCHANGED, row.met()));

        assertThat(row.dependency().isInForce(all)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void alone_it_is_refused_or_sleeps(Row row) {
        CustomerSections before = off(row, need(row, CustomerSections.UNCHANGED, row.unmet()));

        if (row.code().isEmpty()) {
            CustomerSections all = dependent(row, before);
            assertThat(row.dependency().isInForce(all)).isFalse();
            assertThat(row.dependency().isInForce(need(row, all, row.met()))).isTrue();
        } else {
            assertThatThrownBy(() -> dependent(row, before))
                    .isInstanceOfSatisfying(
                            ApiProblem.class,
                            refused -> {
                                assertThat(refused.status().value()).isEqualTo(409);
                                assertThat(refused.code()).isEqualTo(row.code());
                                assertThat(refused.errors()).hasSize(1);
                            });
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void when_its_need_goes_it_goes_too_or_sleeps_and_comes_back_only_if_it_slept(Row row) {
        CustomerSections both = dependent(row, need(row, CustomerSections.UNCHANGED, row.met()));

        CustomerSections gone = need(row, both, row.unmet());
        assertThat(row.dependency().isInForce(gone)).isFalse();
        assertThat(row.dependency().dependent().in(gone)).isEqualTo(row.stays());

        CustomerSections back = need(row, gone, row.met());
        assertThat(row.dependency().isInForce(back)).isEqualTo(row.stays());
    }

    private static CustomerSections need(Row row, CustomerSections all, Map<String, ?> fields) {
        return switch (row.dependency().need()) {
            case Setting setting -> change(all, setting.type(), fields);
            case AddOn _ -> all.under(all.partner().with(addOns(all, fields)));
        };
    }

    private static PartnerSection addOns(CustomerSections all, Map<String, ?> fields) {
        PartnerSection before = all.partner().of(PartnerSectionType.ADD_ONS);
        return PartnerSectionType.ADD_ONS.changed(before, JSON.valueToTree(fields));
    }

    private static CustomerSections dependent(Row row, CustomerSections all) {
        return change(all, row.dependency().dependent().type(), row.on());
    }

    /// A team is on at first.
    private static CustomerSections off(Row row, CustomerSections all) {
        return all.with(row.dependency().dependent().off(all));
    }

    /// As the aggregate does it.
    private static CustomerSections change(
            CustomerSections all, SectionType type, Map<String, ?> fields) {
        Section wanted = type.changed(all.of(type), JSON.valueToTree(fields));
        SettingsDependencies.require(all, wanted);
        CustomerSections after = all.with(wanted);
        for (Section forced : SettingsDependencies.forced(after)) {
            after = after.with(forced);
        }
        return after;
    }

    @Test
    void all_that_a_partner_does_not_have_is_refused_at_once() {
        CustomerSections all =
                CustomerSections.UNCHANGED.under(
                        PartnerSections.UNCHANGED.with(
                                new PartnerSection.AddOns(false, true, false, true)));

        assertThatThrownBy(() ->
                        change(
                                all,
                                SectionType.FEATURES,
                                Map.of(
                                        "advancedAnalytics", true,
                                        "detailedCallAnalysis", true,
                                        "actionPointAnalysis", true)))
                .isInstanceOfSatisfying(
                        ApiProblem.class,
                        refused ->
                                assertThat(refused.errors())
                                        .extracting(ApiProblem.FieldError::pointer)
                                        .containsExactly(
                                                "/advancedAnalytics", "/actionPointAnalysis"));
    }

    @Test
    void a_need_is_no_need_of_itself() {
        assertThat(
                        Arrays.stream(SettingsDependencies.values())
                                .filter(it -> it.dependent().equals(it.need())))
                .isEmpty();
    }
}
