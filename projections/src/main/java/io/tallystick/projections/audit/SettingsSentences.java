package io.tallystick.projections.audit;

import static io.tallystick.events.audit.LogType.DATA_CHANGE;

import io.tallystick.events.settings.BlockedCallerEvent;
import io.tallystick.events.settings.BlockedCallerEvent.CallerBlocked;
import io.tallystick.events.settings.BlockedCallerEvent.CallerUnblocked;
import io.tallystick.events.settings.PartnerSettingsEvent;
import io.tallystick.events.settings.PartnerSettingsEvent.PartnerAddOnsChanged;
import io.tallystick.events.settings.PartnerSettingsEvent.PartnerBrandingChanged;
import io.tallystick.events.settings.PartnerSettingsEvent.PartnerSenderChanged;
import io.tallystick.events.settings.PartnerSettingsEvent.PartnerStorageChanged;
import io.tallystick.events.settings.SettingsEvent;
import io.tallystick.events.settings.SettingsEvent.AccountChanged;
import io.tallystick.events.settings.SettingsEvent.AiCreditsChanged;
import io.tallystick.events.settings.SettingsEvent.ApiLimitsChanged;
import io.tallystick.events.settings.SettingsEvent.BrandingChanged;
import io.tallystick.events.settings.SettingsEvent.DemoChanged;
import io.tallystick.events.settings.SettingsEvent.FeaturesChanged;
import io.tallystick.events.settings.SettingsEvent.KnowledgeBaseChanged;
import io.tallystick.events.settings.SettingsEvent.MenuChanged;
import io.tallystick.events.settings.SettingsEvent.PortalChanged;
import io.tallystick.events.settings.SettingsEvent.PricingChanged;
import io.tallystick.events.settings.SettingsEvent.QualifiedCallsChanged;
import io.tallystick.events.settings.SettingsEvent.TeamChanged;
import io.tallystick.events.settings.SettingsEvent.UsageChanged;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells of what is set for customers and partners, and of blocked callers.
final class SettingsSentences {

    private SettingsSentences() {}

    static Story of(SettingsEvent event) {
        return switch (event) {
            case ApiLimitsChanged(var customerId, var partnerId, var tier, var requestsPerMinute) ->
                    DirectorySentences.customer(customerId, partnerId)
                            .set("apiLimits.tier", tier)
                            .set("apiLimits.requestsPerMinute", requestsPerMinute)
                            .says(it ->
                                    "The API limits of %s are those of the tier %s."
                                            .formatted(it.label(), tier));
            case TeamChanged(var customerId, var partnerId, var enabled, var max) ->
                    DirectorySentences.customer(customerId, partnerId)
                            .set("team.enabled", enabled)
                            .set("team.max", max)
                            .says(it ->
                                    "The team of %s is switched %s, for %s."
                                            .formatted(
                                                    it.label(),
                                                    enabled ? "on" : "off",
                                                    max == null
                                                            ? "any number of people"
                                                            : "at most " + max + " people"));
            case PortalChanged changed -> section(changed, "portal", "The portal", changed.after());
            case FeaturesChanged changed ->
                    section(changed, "features", "The add-ons", changed.after());
            case MenuChanged changed -> section(changed, "menu", "The menu", changed.after());
            case BrandingChanged changed ->
                    section(changed, "branding", "The look", changed.after());
            case AiCreditsChanged changed ->
                    section(changed, "aiCredits", "Charging by credits", changed.after());
            case PricingChanged changed ->
                    section(changed, "pricing", "What is shown of prices", changed.after());
            case KnowledgeBaseChanged changed ->
                    section(changed, "knowledgeBase", "The knowledge base", changed.after());
            case QualifiedCallsChanged changed ->
                    section(changed, "qualifiedCalls", "What is a qualified call", changed.after());
            case UsageChanged changed ->
                    section(changed, "usage", "How usage is taken in", changed.after());
            case DemoChanged changed -> section(changed, "demo", "The demo", changed.after());
            case AccountChanged changed ->
                    section(changed, "account", "The account", changed.after());
        };
    }

    static Story of(PartnerSettingsEvent event) {
        return switch (event) {
            case PartnerStorageChanged(var partnerId, _, var afterMb) ->
                    partner(partnerId)
                            .set("storageMb", afterMb)
                            .says(it ->
                                    "%s has %d MB of storage for its customers."
                                            .formatted(it.label(), afterMb));
            case PartnerBrandingChanged changed ->
                    section(partner(changed.partnerId()), "branding", "The brand", changed.after());
            case PartnerSenderChanged changed ->
                    section(
                            partner(changed.partnerId()),
                            "sender",
                            "The sender of mails",
                            changed.after());
            case PartnerAddOnsChanged changed ->
                    section(
                            partner(changed.partnerId()),
                            "addOns",
                            "What may be given to customers",
                            changed.after());
        };
    }

    private static Story section(SettingsEvent event, String key, String what, Record after) {
        return section(
                DirectorySentences.customer(event.customerId(), event.partnerId()),
                key,
                what,
                after);
    }

    /// Each field is a value of its own, so that the log tells which of them changed.
    private static Story section(Story about, String key, String what, Record after) {
        Story story = about;
        for (RecordComponent field : after.getClass().getRecordComponents()) {
            story = story.set(key + "." + field.getName(), value(field, after));
        }
        return story.says(it -> "%s of %s changed.".formatted(what, it.label()));
    }

    private static @Nullable Object value(RecordComponent field, Record of) {
        try {
            Object value = field.getAccessor().invoke(of);
            return value instanceof BigDecimal number ? number.toPlainString() : value;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(field + " cannot be read", e);
        }
    }

    private static Story partner(UUID partnerId) {
        return Story.about(DATA_CHANGE, partnerId, null, "partner", partnerId);
    }

    static Story of(BlockedCallerEvent event) {
        return switch (event) {
            case CallerBlocked(var blockId, var customerId, var partnerId, var number) ->
                    caller(blockId, customerId, partnerId, number)
                            .set("blocked", true)
                            .says("The caller %s was blocked.".formatted(number));
            case CallerUnblocked(var blockId, var customerId, var partnerId, var number) ->
                    caller(blockId, customerId, partnerId, number)
                            .set("blocked", false)
                            .says("The caller %s is let through again.".formatted(number));
        };
    }

    /// The target's id is shown to everybody, so it is no number.
    private static Story caller(UUID blockId, UUID customerId, UUID partnerId, String number) {
        return Story.about(DATA_CHANGE, partnerId, customerId, "blocked_caller", blockId)
                .called(number);
    }
}
