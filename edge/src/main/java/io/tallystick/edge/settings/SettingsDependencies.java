package io.tallystick.edge.settings;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import io.tallystick.events.settings.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

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
            null);

    private final Setting dependent;
    private final Setting need;
    private final boolean needed;
    private final @Nullable Bond bond;

    /// A switch of a section, or an amount, which is on where it is not 0.
    public record Setting(SectionType type, String field) {

        boolean in(CustomerSections all) {
            JsonNode value = value(all);
            return value.isNumber() ? value.asInt() > 0 : value.asBoolean();
        }

        private JsonNode value(CustomerSections all) {
            return SectionJson.write(all.of(type)).get(field);
        }

        Section off(CustomerSections all) {
            ObjectNode section = SectionJson.write(all.of(type));
            if (section.get(field).isNumber()) {
                section.put(field, 0);
            } else {
                section.put(field, false);
            }
            return SectionJson.read(section, type.record());
        }
    }

    /// What cannot be on alone: to switch it on is refused. Without a bond a setting may be set at
    /// any time, and sleeps until what it needs is there.
    ///
    /// @param goes off with what it needs, and does not come back by itself; else it sleeps
    private record Bond(String code, String detail, boolean goes) {}

    SettingsDependencies(Setting dependent, Setting need, boolean needed, @Nullable Bond bond) {
        this.dependent = dependent;
        this.need = need;
        this.needed = needed;
        this.bond = bond;
    }

    public Setting dependent() {
        return dependent;
    }

    public Setting need() {
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

    /// @throws ApiProblem 409 where a change would switch on what cannot be on
    public static void require(CustomerSections before, Section wanted) {
        CustomerSections after = before.with(wanted);
        for (SettingsDependencies dependency : values()) {
            Bond bond = dependency.bond;
            if (bond != null && dependency.isBroken(after) && dependency.moves(before, after)) {
                throw new ApiProblem(
                        HttpStatus.CONFLICT,
                        bond.code(),
                        bond.detail(),
                        List.of(
                                new FieldError(
                                        "/" + dependency.dependent.field(),
                                        bond.code(),
                                        bond.detail())));
            }
        }
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
