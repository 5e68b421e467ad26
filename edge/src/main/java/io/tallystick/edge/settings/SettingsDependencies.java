package io.tallystick.edge.settings;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import io.tallystick.events.settings.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// Which settings are of use only while others are as they must be, for all sections at once.
public enum SettingsDependencies {
    API_KEYS_IN_THE_MENU(
            new Setting(SectionType.MENU, "apiKeys"),
            new Setting(SectionType.FEATURES, "apiAccess"),
            true,
            new Bond(
                    "api_access_required", "API keys are shown only to who has API access.", true)),

    /// Prices in money would be wrong beside credits.
    PRICES(
            new Setting(SectionType.PRICING, "visible"),
            new Setting(SectionType.AI_CREDITS, "enabled"),
            false,
            new Bond(
                    "ai_credits_enabled",
                    "No price is shown while usage is charged in credits.",
                    true)),

    /// What is stored is not thrown away with the switch.
    STORAGE(
            new Setting(SectionType.KNOWLEDGE_BASE, "allocatedMb"),
            new Setting(SectionType.KNOWLEDGE_BASE, "enabled"),
            true,
            new Bond(
                    "knowledge_base_required",
                    "Storage is allocated to a knowledge base that is on.",
                    false)),
    AUTO_INVITE(
            new Setting(SectionType.PORTAL, "autoInvite"),
            new Setting(SectionType.PORTAL, "enabled"),
            true,
            null),
    TEAM(
            new Setting(SectionType.TEAM, "enabled"),
            new Setting(SectionType.PORTAL, "enabled"),
            true,
            null),
    ADVANCED_ANALYTICS("advancedAnalytics", "Advanced Analytics"),
    DETAILED_CALL_ANALYSIS("detailedCallAnalysis", "Detailed Call Analysis"),
    ACTION_POINT_ANALYSIS("actionPointAnalysis", "Action Point Analysis"),
    PAY_PER_CALL("payPerCall", "Pay Per Call");

    private final Setting dependent;
    private final Need need;
    private final boolean needed;
    private final @Nullable Bond bond;

    /// What cannot be on alone: to switch it on is refused. Without a bond a setting may be set at
    /// any time, and sleeps until what it needs is there.
    ///
    /// @param goes off with what it needs, and does not come back by itself; else it sleeps
    private record Bond(String code, String detail, boolean goes) {}

    /// A switch that the partner's add-on of the same name is needed for. When the partner loses
    /// it, the customer has it again once the partner does.
    SettingsDependencies(String field, String title) {
        this(
                new Setting(SectionType.FEATURES, field),
                new AddOn(field),
                true,
                new Bond(
                        "add_on_not_available", "The partner does not have " + title + ".", false));
    }

    SettingsDependencies(Setting dependent, Need need, boolean needed, @Nullable Bond bond) {
        this.dependent = dependent;
        this.need = need;
        this.needed = needed;
        this.bond = bond;
    }

    public Setting dependent() {
        return dependent;
    }

    public Need need() {
        return need;
    }

    /// Whether the dependent is on and may work.
    public boolean isInForce(CustomerSections all) {
        return dependent.in(all) && isMet(all);
    }

    private boolean isMet(CustomerSections all) {
        return need.in(all) == needed;
    }

    private boolean isBroken(CustomerSections all) {
        return bond != null && dependent.in(all) && !isMet(all);
    }

    /// Whatever was set already may stay while it sleeps.
    private boolean moves(CustomerSections before, CustomerSections after) {
        return !dependent.value(before).equals(dependent.value(after));
    }

    private boolean mustGo(CustomerSections all) {
        return bond != null && bond.goes() && isBroken(all);
    }

    /// What is switched on and does not work, because the partner does not have it.
    public static List<Setting> missingAddOns(CustomerSections all) {
        return Arrays.stream(values())
                .filter(it -> it.need instanceof AddOn && it.isBroken(all))
                .map(SettingsDependencies::dependent)
                .toList();
    }

    /// @throws ApiProblem 409 where a change would switch on what cannot be on, with an error for
    ///   each that it would
    public static void require(CustomerSections before, Section wanted) {
        CustomerSections after = before.with(wanted);
        List<FieldError> faults =
                Arrays.stream(values())
                        .filter(it -> it.isBroken(after) && it.moves(before, after))
                        .map(SettingsDependencies::fault)
                        .toList();
        if (!faults.isEmpty()) {
            FieldError first = faults.getFirst();
            throw new ApiProblem(HttpStatus.CONFLICT, first.code(), first.detail(), faults);
        }
    }

    private FieldError fault() {
        Bond broken = Objects.requireNonNull(bond);
        return new FieldError("/" + dependent.field(), broken.code(), broken.detail());
    }

    /// The sections that change with a change, because what they needed is gone.
    public static List<Section> forced(CustomerSections after) {
        List<Section> changes = new ArrayList<>();
        CustomerSections all = after;
        for (SettingsDependencies dependency :
                Arrays.stream(values()).filter(it -> it.mustGo(after)).toList()) {
            Section off = dependency.dependent.off(all);
            all = all.with(off);
            changes.add(off);
        }
        return changes;
    }
}
