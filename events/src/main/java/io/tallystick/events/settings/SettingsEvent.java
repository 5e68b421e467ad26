package io.tallystick.events.settings;

import io.tallystick.events.EventName;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Facts about the settings of a customer. Each carries all values of its section as they are now,
/// and those that a section had before where it is younger than the first two.
public sealed interface SettingsEvent {

    UUID customerId();

    /// The tenant.
    UUID partnerId();

    /// How fast a customer's keys may ask changed.
    ///
    /// @param tier `standard`, `premium` or `enterprise`
    /// @param requestsPerMinute of `enterprise`, null otherwise
    @EventName("settings.ApiLimitsChanged")
    record ApiLimitsChanged(
            UUID customerId, UUID partnerId, String tier, @Nullable Integer requestsPerMinute)
            implements SettingsEvent {}

    /// Whether a customer has people of its own, and how many, changed.
    ///
    /// @param max members and open invitations together, null for no limit
    @EventName("settings.TeamChanged")
    record TeamChanged(UUID customerId, UUID partnerId, boolean enabled, @Nullable Integer max)
            implements SettingsEvent {}

    /// The portal of a customer's clients changed.
    @EventName("settings.PortalChanged")
    record PortalChanged(
            UUID customerId, UUID partnerId, Section.Portal before, Section.Portal after)
            implements SettingsEvent {}

    /// What a customer has beside the product itself changed.
    @EventName("settings.FeaturesChanged")
    record FeaturesChanged(
            UUID customerId, UUID partnerId, Section.Features before, Section.Features after)
            implements SettingsEvent {}

    /// What the menu of a customer's portal shows changed, at somebody's wish or because what an
    /// entry leads to was switched off.
    @EventName("settings.MenuChanged")
    record MenuChanged(UUID customerId, UUID partnerId, Section.Menu before, Section.Menu after)
            implements SettingsEvent {}

    /// How the portal and its mails look changed.
    @EventName("settings.BrandingChanged")
    record BrandingChanged(
            UUID customerId, UUID partnerId, Section.Branding before, Section.Branding after)
            implements SettingsEvent {}

    /// Charging by credits changed.
    @EventName("settings.AiCreditsChanged")
    record AiCreditsChanged(
            UUID customerId, UUID partnerId, Section.AiCredits before, Section.AiCredits after)
            implements SettingsEvent {}

    /// What a customer is shown of prices changed, at somebody's wish or because it is charged in
    /// credits from now on.
    @EventName("settings.PricingChanged")
    record PricingChanged(
            UUID customerId, UUID partnerId, Section.Pricing before, Section.Pricing after)
            implements SettingsEvent {}

    /// The knowledge base of a customer, or its part of the partner's storage, changed.
    @EventName("settings.KnowledgeBaseChanged")
    record KnowledgeBaseChanged(
            UUID customerId,
            UUID partnerId,
            Section.KnowledgeBase before,
            Section.KnowledgeBase after)
            implements SettingsEvent {}

    /// Which calls of a customer are called qualified changed.
    @EventName("settings.QualifiedCallsChanged")
    record QualifiedCallsChanged(
            UUID customerId,
            UUID partnerId,
            Section.QualifiedCalls before,
            Section.QualifiedCalls after)
            implements SettingsEvent {}

    /// How usage of a customer is taken in changed.
    @EventName("settings.UsageChanged")
    record UsageChanged(UUID customerId, UUID partnerId, Section.Usage before, Section.Usage after)
            implements SettingsEvent {}

    /// A customer is one to look at, or how often it begins anew changed.
    @EventName("settings.DemoChanged")
    record DemoChanged(UUID customerId, UUID partnerId, Section.Demo before, Section.Demo after)
            implements SettingsEvent {}

    /// Whether there is business with a customer changed.
    @EventName("settings.AccountChanged")
    record AccountChanged(
            UUID customerId, UUID partnerId, Section.Account before, Section.Account after)
            implements SettingsEvent {}
}
