package io.tallystick.query.settings;

import io.tallystick.edge.settings.CustomerSections;
import io.tallystick.edge.settings.SectionJson;
import io.tallystick.edge.settings.SectionType;
import io.tallystick.edge.settings.Setting;
import io.tallystick.edge.settings.SettingsDependencies;
import io.tallystick.events.settings.Section;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the host product may ask for a customer, and the switch of each. A name that is not here is
/// denied.
enum Capability {
    PORTAL(SectionType.PORTAL, "enabled", Place.ANYWHERE),
    AUTO_INVITE(SectionType.PORTAL, "autoInvite", Place.PORTAL),
    CHAT(SectionType.PORTAL, "chatEnabled", Place.PORTAL),
    DOCUMENT_UPLOAD(SectionType.PORTAL, "documentUpload", Place.PORTAL),
    ADVANCED_ANALYTICS(SectionType.FEATURES, "advancedAnalytics", Place.ANYWHERE),
    DETAILED_CALL_ANALYSIS(SectionType.FEATURES, "detailedCallAnalysis", Place.ANYWHERE),
    ACTION_POINT_ANALYSIS(SectionType.FEATURES, "actionPointAnalysis", Place.ANYWHERE),
    API_ACCESS(SectionType.FEATURES, "apiAccess", Place.ANYWHERE),
    PAY_PER_CALL(SectionType.FEATURES, "payPerCall", Place.ANYWHERE),
    AI_CREDITS(SectionType.AI_CREDITS, "enabled", Place.ANYWHERE),
    PRICING(SectionType.PRICING, "visible", Place.ANYWHERE),
    KNOWLEDGE_BASE(SectionType.KNOWLEDGE_BASE, "enabled", Place.ANYWHERE),
    TEAM(SectionType.TEAM, "enabled", Place.TEAM),
    MENU_KNOWLEDGE_BASE(SectionType.MENU, "knowledgeBase", Place.PORTAL),
    MENU_INTEGRATION(SectionType.MENU, "integration", Place.PORTAL),
    MENU_DOCS_AND_MEDIA(SectionType.MENU, "docsAndMedia", Place.PORTAL),
    MENU_SCHEDULE_MEETING(SectionType.MENU, "scheduleMeeting", Place.PORTAL),
    MENU_PHONE_NUMBERS(SectionType.MENU, "phoneNumbers", Place.PORTAL),
    MENU_API_KEYS(SectionType.MENU, "apiKeys", Place.PORTAL);

    private enum Place {
        ANYWHERE,

        /// Only while the portal is on.
        PORTAL,

        /// Until a portal was switched off.
        TEAM
    }

    private final SectionType type;
    private final String field;
    private final Place place;

    Capability(SectionType type, String field, Place place) {
        this.type = type;
        this.field = field;
        this.place = place;
    }

    /// As clients write it, `MENU_API_KEYS` being `menuApiKeys`.
    String key() {
        StringBuilder key = new StringBuilder();
        for (String word : name().toLowerCase(Locale.ROOT).split("_")) {
            key.append(
                    key.isEmpty()
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return key.toString();
    }

    String setting() {
        return type.key() + "." + field;
    }

    /// @param teamIsOpen whether the customer's people may sign in
    /// @return a code, null where nothing is against it
    @Nullable String reason(CustomerSections all, boolean teamIsOpen) {
        String status = all.of(Section.Account.class).status();
        if (!status.equals("active")) {
            return "customer_" + status;
        }
        if (!SectionJson.write(all.of(type)).get(field).asBoolean()) {
            return "switched_off";
        }
        if (SettingsDependencies.missingAddOns(all).contains(new Setting(type, field))) {
            return "partner_add_on_missing";
        }
        boolean closed =
                switch (place) {
                    case ANYWHERE -> false;
                    case PORTAL -> !all.of(Section.Portal.class).enabled();
                    case TEAM -> !teamIsOpen;
                };
        return closed ? "portal_off" : null;
    }
}
