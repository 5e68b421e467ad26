package io.tallystick.eventstore.testing;

import io.tallystick.events.access.AccessEvent.ApiKeyIssued;
import io.tallystick.events.access.AccessEvent.ApiKeyRevoked;
import io.tallystick.events.access.AccessEvent.CustomerCreated;
import io.tallystick.events.access.AccessEvent.CustomerDetails;
import io.tallystick.events.access.AccessEvent.CustomerDetailsChanged;
import io.tallystick.events.access.AccessEvent.LoginSucceeded;
import io.tallystick.events.access.AccessEvent.OperatorInstalled;
import io.tallystick.events.access.AccessEvent.PartnerCreated;
import io.tallystick.events.access.ClientEvent.ClientArchived;
import io.tallystick.events.access.ClientEvent.ClientCreated;
import io.tallystick.events.access.ClientEvent.ClientDetailsChanged;
import io.tallystick.events.access.ClientEvent.ClientInvitationAccepted;
import io.tallystick.events.access.ClientEvent.ClientInvited;
import io.tallystick.events.access.EmbedEvent.EmbedUrlCreated;
import io.tallystick.events.access.EmbedEvent.EmbedUrlOpened;
import io.tallystick.events.access.EmbedEvent.EmbedUrlRevoked;
import io.tallystick.events.access.MemberEvent.InvitationAccepted;
import io.tallystick.events.access.MemberEvent.InvitationRevoked;
import io.tallystick.events.access.MemberEvent.MemberAvatarChanged;
import io.tallystick.events.access.MemberEvent.MemberDetailsChanged;
import io.tallystick.events.access.MemberEvent.MemberEmailRequested;
import io.tallystick.events.access.MemberEvent.MemberInvited;
import io.tallystick.events.access.MemberEvent.MemberPasswordChanged;
import io.tallystick.events.access.MemberEvent.MemberRemoved;
import io.tallystick.events.access.MemberEvent.MemberRoleChanged;
import io.tallystick.events.access.MemberEvent.MemberSignedOutEverywhere;
import io.tallystick.events.audit.AuditEvent.MailResendRequested;
import io.tallystick.events.audit.AuditEvent.ProjectionReplayCancelled;
import io.tallystick.events.audit.AuditEvent.ProjectionReplayRequested;
import io.tallystick.events.audit.AuditEvent.SystemLogExported;
import io.tallystick.events.audit.AuditEvent.SystemLogRead;
import io.tallystick.events.billing.PayoutEvent.PayoutAddressRequested;
import io.tallystick.events.billing.PayoutEvent.PayoutAddressSet;
import io.tallystick.events.credits.CreditEvent.CreditHoldExtended;
import io.tallystick.events.credits.CreditEvent.CreditsActivated;
import io.tallystick.events.credits.CreditEvent.CreditsCaptured;
import io.tallystick.events.credits.CreditEvent.CreditsDeducted;
import io.tallystick.events.credits.CreditEvent.CreditsExhausted;
import io.tallystick.events.credits.CreditEvent.CreditsExpired;
import io.tallystick.events.credits.CreditEvent.CreditsGranted;
import io.tallystick.events.credits.CreditEvent.CreditsHeld;
import io.tallystick.events.credits.CreditEvent.CreditsReleased;
import io.tallystick.events.credits.CreditEvent.LowCreditCrossed;
import io.tallystick.events.reports.ReportEvent.DataExported;
import io.tallystick.events.settings.BlockedCallerEvent.CallerBlocked;
import io.tallystick.events.settings.BlockedCallerEvent.CallerUnblocked;
import io.tallystick.events.settings.PartnerSection;
import io.tallystick.events.settings.PartnerSettingsEvent.PartnerAddOnsChanged;
import io.tallystick.events.settings.PartnerSettingsEvent.PartnerBrandingChanged;
import io.tallystick.events.settings.PartnerSettingsEvent.PartnerSenderChanged;
import io.tallystick.events.settings.PartnerSettingsEvent.PartnerStorageChanged;
import io.tallystick.events.settings.Section;
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
import io.tallystick.events.support.SupportEvent.TicketClosed;
import io.tallystick.events.support.SupportEvent.TicketCommented;
import io.tallystick.events.support.SupportEvent.TicketOpened;
import io.tallystick.events.support.SupportEvent.TicketReopened;
import io.tallystick.events.webhooks.WebhookEvent.WebhookDeliveryResent;
import io.tallystick.events.webhooks.WebhookEvent.WebhookEndpointAdded;
import io.tallystick.events.webhooks.WebhookEvent.WebhookEndpointChanged;
import io.tallystick.events.webhooks.WebhookEvent.WebhookEndpointDisabled;
import io.tallystick.events.webhooks.WebhookEvent.WebhookEndpointRemoved;
import io.tallystick.events.webhooks.WebhookEvent.WebhookSecretRotated;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// One event of each kind with every field filled. A new event needs a line here and an approved
/// file; sets have one element, since their order differs per JVM.
public final class EventSamples {

    private static final UUID FIRST = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID SECOND = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final UUID THIRD = UUID.fromString("01900000-0000-7000-8000-000000000003");
    private static final UUID FOURTH = UUID.fromString("01900000-0000-7000-8000-000000000004");
    private static final CustomerDetails DETAILS =
            new CustomerDetails(
                    "Café \"Zürich\"", "Europe/Zurich", "CHF", "CH", "billing@cafe.example");

    private EventSamples() {}

    public static Stream<Object> all() {
        return Stream.of(
                new PartnerCreated(FIRST, "northwind", "Northwind Telecom"),
                new CustomerCreated(SECOND, FIRST, "cafe-zurich", DETAILS),
                new CustomerDetailsChanged(SECOND, FIRST, DETAILS),
                new OperatorInstalled(FIRST, "admin"),
                new ApiKeyIssued(
                        THIRD,
                        FIRST,
                        SECOND,
                        "customer",
                        "ingest of production",
                        "tsk_live_0Ab1Cd2E",
                        Set.of("write")),
                new ApiKeyRevoked(THIRD, FIRST, SECOND),
                new LoginSucceeded(FIRST, "admin"),
                new MemberInvited(
                        THIRD,
                        FIRST,
                        SECOND,
                        "ada@cafe.example",
                        "manager",
                        Instant.parse("2026-03-08T12:00:00Z")),
                new InvitationAccepted(
                        THIRD, FOURTH, FIRST, SECOND, "ada@cafe.example", "Ada Frey", "manager"),
                new InvitationRevoked(THIRD, FIRST, SECOND),
                new MemberRoleChanged(FOURTH, FIRST, SECOND, "admin"),
                new MemberRemoved(FOURTH, FIRST, SECOND),
                new MemberDetailsChanged(FOURTH, FIRST, SECOND, "Ada Frei", "ada@frei.example"),
                new MemberEmailRequested(
                        FOURTH,
                        FIRST,
                        SECOND,
                        "ada@frei.example",
                        Instant.parse("2026-03-02T12:00:00Z")),
                new MemberPasswordChanged(FOURTH, FIRST, SECOND),
                new MemberSignedOutEverywhere(FOURTH, FIRST, SECOND),
                new MemberAvatarChanged(FOURTH, FIRST, SECOND, "9f".repeat(32)),
                new ApiLimitsChanged(SECOND, FIRST, "enterprise", 12_000),
                new TeamChanged(SECOND, FIRST, true, 25),
                new PortalChanged(
                        SECOND,
                        FIRST,
                        new Section.Portal(false, false, false, false, List.of()),
                        new Section.Portal(true, true, true, true, List.of("status", "title"))),
                new FeaturesChanged(
                        SECOND,
                        FIRST,
                        new Section.Features(false, true, false, true, false),
                        new Section.Features(true, true, true, false, true)),
                new MenuChanged(
                        SECOND,
                        FIRST,
                        new Section.Menu(true, true, true, true, true, true),
                        new Section.Menu(true, true, true, true, true, false)),
                new BrandingChanged(
                        SECOND,
                        FIRST,
                        new Section.Branding(null, null, null, null, null, null, null),
                        new Section.Branding(
                                "Café Zürich",
                                "9f".repeat(32),
                                "#0f6e66",
                                "#b42318",
                                "Grüezi!",
                                "Café",
                                "post@cafe.example")),
                new AiCreditsChanged(
                        SECOND,
                        FIRST,
                        new Section.AiCredits(
                                false,
                                BigDecimal.ONE,
                                BigDecimal.ONE,
                                BigDecimal.ONE,
                                false,
                                null,
                                List.of(),
                                List.of(),
                                BigDecimal.ZERO,
                                0),
                        new Section.AiCredits(
                                true,
                                new BigDecimal("0.5"),
                                new BigDecimal("0.1"),
                                new BigDecimal("0.02"),
                                true,
                                new BigDecimal("1000"),
                                List.of(new BigDecimal("100")),
                                List.of("ada@cafe.example"),
                                new BigDecimal("50"),
                                60)),
                new PricingChanged(
                        SECOND, FIRST, new Section.Pricing(true), new Section.Pricing(false)),
                new KnowledgeBaseChanged(
                        SECOND,
                        FIRST,
                        new Section.KnowledgeBase(false, 0),
                        new Section.KnowledgeBase(true, 500)),
                new QualifiedCallsChanged(
                        SECOND,
                        FIRST,
                        new Section.QualifiedCalls(60),
                        new Section.QualifiedCalls(90)),
                new UsageChanged(
                        SECOND, FIRST, new Section.Usage(30, 30, 35), new Section.Usage(60, 6, 7)),
                new DemoChanged(
                        SECOND, FIRST, new Section.Demo(true, 24), new Section.Demo(true, 12)),
                new AccountChanged(
                        SECOND,
                        FIRST,
                        new Section.Account("active"),
                        new Section.Account("archived")),
                new PartnerStorageChanged(FIRST, 1_000, 5_000),
                new CallerBlocked(THIRD, SECOND, FIRST, "+41446681800"),
                new CallerUnblocked(THIRD, SECOND, FIRST, "+41446681800"),
                new PayoutAddressRequested(
                        THIRD,
                        FIRST,
                        SECOND,
                        "paid@cafe.example",
                        Instant.parse("2026-03-08T12:00:00Z")),
                new PayoutAddressSet(THIRD, FIRST, SECOND, "paid@cafe.example"),
                new TicketOpened(THIRD, SECOND, FIRST, "No sound", "Calls are\nsilent.", "high"),
                new TicketCommented(THIRD, SECOND, FIRST, "Since when?"),
                new TicketClosed(THIRD, SECOND, FIRST),
                new TicketReopened(THIRD, SECOND, FIRST),
                new CreditsGranted(
                        THIRD,
                        SECOND,
                        FIRST,
                        new BigDecimal("250.5"),
                        "promotional",
                        50,
                        Instant.parse("2026-03-08T12:00:00Z"),
                        Instant.parse("2027-03-08T12:00:00Z"),
                        "Welcome"),
                new CreditsDeducted(
                        THIRD, SECOND, FIRST, new BigDecimal("10.25"), "Refunded", true),
                new CreditsHeld(
                        THIRD,
                        SECOND,
                        FIRST,
                        "call-1",
                        new BigDecimal("12"),
                        Instant.parse("2026-03-08T12:01:00Z")),
                new CreditHoldExtended(
                        THIRD,
                        SECOND,
                        FIRST,
                        "call-1",
                        new BigDecimal("18"),
                        Instant.parse("2026-03-08T12:02:00Z")),
                new CreditsCaptured(THIRD, SECOND, FIRST, "call-1", new BigDecimal("7.5")),
                new CreditsReleased(THIRD, SECOND, FIRST, "call-1", true),
                new CreditsActivated(THIRD, SECOND, FIRST),
                new CreditsExpired(THIRD, SECOND, FIRST),
                new LowCreditCrossed(
                        SECOND, FIRST, new BigDecimal("100"), new BigDecimal("99.5"), true, 4711),
                new CreditsExhausted(SECOND, FIRST, 4712),
                new PartnerBrandingChanged(
                        FIRST,
                        new PartnerSection.Branding(null, null, null, null, null),
                        new PartnerSection.Branding(
                                "Zürich Voice", "9f".repeat(32), "#0f6e66", "#b42318", "Grüezi!")),
                new PartnerSenderChanged(
                        FIRST,
                        new PartnerSection.Sender(null, null),
                        new PartnerSection.Sender("Zürich Voice", "post@voice.example")),
                new PartnerAddOnsChanged(
                        FIRST,
                        new PartnerSection.AddOns(true, true, true, true),
                        new PartnerSection.AddOns(false, true, true, true)),
                new ClientCreated(
                        THIRD,
                        SECOND,
                        FIRST,
                        "Ada Frey",
                        "ada@cafe.example",
                        "crm-17",
                        "+41446681800"),
                new ClientDetailsChanged(
                        THIRD,
                        SECOND,
                        FIRST,
                        "Ada Frey-Ott",
                        "ott@cafe.example",
                        "crm-18",
                        "+41446681801"),
                new ClientInvited(
                        THIRD,
                        SECOND,
                        FIRST,
                        FOURTH,
                        "ada@cafe.example",
                        true,
                        Instant.parse("2026-03-08T12:00:00Z")),
                new ClientInvitationAccepted(THIRD, SECOND, FIRST, FOURTH),
                new ClientArchived(THIRD, SECOND, FIRST),
                new EmbedUrlCreated(
                        THIRD,
                        SECOND,
                        FIRST,
                        "iframe",
                        "Intranet",
                        List.of("usage", "days"),
                        List.of("https://intranet.cafe.example"),
                        Instant.parse("2026-03-08T12:15:00Z"),
                        43_200),
                new EmbedUrlOpened(
                        THIRD,
                        SECOND,
                        FIRST,
                        "https://intranet.cafe.example",
                        Instant.parse("2026-03-09T00:05:00Z")),
                new EmbedUrlRevoked(THIRD, SECOND, FIRST),
                new WebhookEndpointAdded(
                        THIRD,
                        SECOND,
                        FIRST,
                        "https://hooks.cafe.example/tallystick",
                        List.of("credits.low", "credits.exhausted"),
                        "Back office"),
                new WebhookEndpointChanged(
                        THIRD,
                        SECOND,
                        FIRST,
                        "https://hooks.cafe.example/credits",
                        List.of("credits.low"),
                        "Back office",
                        true),
                new WebhookSecretRotated(
                        THIRD, SECOND, FIRST, Instant.parse("2026-03-09T12:00:00Z")),
                new WebhookEndpointDisabled(THIRD, SECOND, FIRST, "gone"),
                new WebhookEndpointRemoved(THIRD, SECOND, FIRST),
                new WebhookDeliveryResent(THIRD, SECOND, FIRST, FOURTH),
                new ProjectionReplayRequested("usage", "a meter was added"),
                new ProjectionReplayCancelled("usage"),
                new MailResendRequested(THIRD, FIRST, SECOND, "low_credit"),
                new SystemLogRead(FIRST, SECOND, "type=login&q=Ada"),
                new SystemLogExported(FIRST, SECOND, "type=login&q=Ada", "csv"),
                new DataExported(
                        FIRST,
                        SECOND,
                        "self_healed_contacts",
                        List.of("externalId", "newNumber"),
                        "state=all",
                        "csv",
                        12));
    }
}
