package io.tallystick.events;

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
import java.util.List;
import java.util.stream.Stream;

/// Every fact that this version of Tallystick can write and read, found by walking the sealed
/// interface of each feature.
public final class Vocabulary {

    private static final List<Class<?>> FEATURES =
            List.of(
                    AccessEvent.class,
                    MemberEvent.class,
                    ClientEvent.class,
                    EmbedEvent.class,
                    SettingsEvent.class,
                    PartnerSettingsEvent.class,
                    BlockedCallerEvent.class,
                    PayoutEvent.class,
                    CreditEvent.class,
                    WebhookEvent.class,
                    SupportEvent.class,
                    ReportEvent.class,
                    AuditEvent.class);

    private Vocabulary() {}

    /// The record types of all features. Each carries an [EventName].
    public static List<Class<?>> facts() {
        return FEATURES.stream().flatMap(Vocabulary::records).toList();
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(Vocabulary::records)
                : Stream.of(type);
    }
}
