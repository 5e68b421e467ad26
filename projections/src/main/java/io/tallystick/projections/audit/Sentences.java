package io.tallystick.projections.audit;

import io.tallystick.events.access.AccessEvent;
import io.tallystick.events.access.ClientEvent;
import io.tallystick.events.access.EmbedEvent;
import io.tallystick.events.access.MemberEvent;
import io.tallystick.events.audit.AuditEvent;
import io.tallystick.events.billing.PayoutEvent;
import io.tallystick.events.credits.CreditEvent;
import io.tallystick.events.reports.ReportEvent;
import io.tallystick.events.settings.BlockedCallerEvent;
import io.tallystick.events.settings.PartnerSettingsEvent;
import io.tallystick.events.settings.SettingsEvent;
import io.tallystick.events.support.SupportEvent;
import io.tallystick.events.webhooks.WebhookEvent;

/// The one place that tells facts to people, a class for each feature. A new fact does not compile
/// until it has a case, and a feature that nobody added here fails the test that tells every
/// sample.
final class Sentences {

    private Sentences() {}

    /// @throws IllegalStateException for what is no fact
    static Story of(Object fact, Actor actor) {
        return switch (fact) {
            case AccessEvent event -> DirectorySentences.of(event, actor);
            case MemberEvent event -> MemberSentences.of(event);
            case ClientEvent event -> ClientSentences.of(event);
            case EmbedEvent event -> EmbedSentences.of(event);
            case SettingsEvent event -> SettingsSentences.of(event);
            case PartnerSettingsEvent event -> SettingsSentences.of(event);
            case BlockedCallerEvent event -> SettingsSentences.of(event);
            case PayoutEvent event -> MemberSentences.of(event);
            case SupportEvent event -> SupportSentences.of(event);
            case ReportEvent event -> ReportSentences.of(event);
            case CreditEvent event -> CreditSentences.of(event);
            case WebhookEvent event -> WebhookSentences.of(event);
            case AuditEvent event -> AuditSentences.of(event);
            // The features share no sealed type, because they are in packages of their own.
            default -> throw new IllegalStateException("nobody tells " + fact.getClass());
        };
    }
}
