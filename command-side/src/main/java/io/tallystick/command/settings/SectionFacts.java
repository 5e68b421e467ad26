package io.tallystick.command.settings;

import io.tallystick.events.settings.Section;
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
import java.util.UUID;

/// Sections as facts, and back. The compiler asks here for every section and every fact.
final class SectionFacts {

    private SectionFacts() {}

    static SettingsEvent of(UUID customerId, UUID partnerId, Section before, Section after) {
        return switch (after) {
            case Section.Portal portal ->
                    new PortalChanged(customerId, partnerId, (Section.Portal) before, portal);
            case Section.Features features ->
                    new FeaturesChanged(customerId, partnerId, (Section.Features) before, features);
            case Section.Menu menu ->
                    new MenuChanged(customerId, partnerId, (Section.Menu) before, menu);
            case Section.Branding branding ->
                    new BrandingChanged(customerId, partnerId, (Section.Branding) before, branding);
            case Section.AiCredits aiCredits ->
                    new AiCreditsChanged(
                            customerId, partnerId, (Section.AiCredits) before, aiCredits);
            case Section.Pricing pricing ->
                    new PricingChanged(customerId, partnerId, (Section.Pricing) before, pricing);
            case Section.KnowledgeBase knowledgeBase ->
                    new KnowledgeBaseChanged(
                            customerId, partnerId, (Section.KnowledgeBase) before, knowledgeBase);
            case Section.QualifiedCalls qualifiedCalls ->
                    new QualifiedCallsChanged(
                            customerId, partnerId, (Section.QualifiedCalls) before, qualifiedCalls);
            case Section.Usage usage ->
                    new UsageChanged(customerId, partnerId, (Section.Usage) before, usage);
            case Section.Demo demo ->
                    new DemoChanged(customerId, partnerId, (Section.Demo) before, demo);
            case Section.Account account ->
                    new AccountChanged(customerId, partnerId, (Section.Account) before, account);
            case Section.Team(var enabled, var max) ->
                    new TeamChanged(customerId, partnerId, enabled, max);
            case Section.ApiLimits(var tier, var requestsPerMinute) ->
                    new ApiLimitsChanged(customerId, partnerId, tier, requestsPerMinute);
        };
    }

    static Section after(SettingsEvent fact) {
        return switch (fact) {
            case PortalChanged changed -> changed.after();
            case FeaturesChanged changed -> changed.after();
            case MenuChanged changed -> changed.after();
            case BrandingChanged changed -> changed.after();
            case AiCreditsChanged changed -> changed.after();
            case PricingChanged changed -> changed.after();
            case KnowledgeBaseChanged changed -> changed.after();
            case QualifiedCallsChanged changed -> changed.after();
            case UsageChanged changed -> changed.after();
            case DemoChanged changed -> changed.after();
            case AccountChanged changed -> changed.after();
            case TeamChanged(_, _, var enabled, var max) -> new Section.Team(enabled, max);
            case ApiLimitsChanged(_, _, var tier, var requestsPerMinute) ->
                    new Section.ApiLimits(tier, requestsPerMinute);
        };
    }
}
