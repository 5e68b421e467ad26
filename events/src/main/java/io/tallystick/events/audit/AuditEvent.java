package io.tallystick.events.audit;

import io.tallystick.events.EventName;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Facts about the operation of the installation.
public sealed interface AuditEvent {

    /// A projection is rebuilt from the log, beside the one that readers see.
    @EventName("audit.ProjectionReplayRequested")
    record ProjectionReplayRequested(String projection, String reason) implements AuditEvent {}

    /// A rebuild ended before readers saw it.
    @EventName("audit.ProjectionReplayCancelled")
    record ProjectionReplayCancelled(String projection) implements AuditEvent {}

    /// A mail that could not be delivered is to be sent again.
    ///
    /// @param customerId null where it is the partner's own mail
    /// @param kind what the mail is about, such as `low_credit`
    @EventName("audit.MailResendRequested")
    record MailResendRequested(UUID mailId, UUID partnerId, @Nullable UUID customerId, String kind)
            implements AuditEvent {}

    /// Somebody read the system log. The same reader with the same filter is one fact a minute,
    /// however many pages were turned.
    ///
    /// @param partnerId whose log, null for what belongs to the installation and to no partner
    /// @param customerId null for all of the partner
    /// @param filter what was asked for, as `name=value` joined by `&`; empty for everything
    @EventName("audit.SystemLogRead")
    record SystemLogRead(@Nullable UUID partnerId, @Nullable UUID customerId, String filter)
            implements AuditEvent {}

    /// Somebody took the system log away as a file; one fact a minute, like reading.
    ///
    /// @param partnerId whose log, null for what belongs to the installation and to no partner
    /// @param customerId null for all of the partner
    /// @param filter what was asked for, as `name=value` joined by `&`; empty for everything
    /// @param format `csv` or `ndjson`
    @EventName("audit.SystemLogExported")
    record SystemLogExported(
            @Nullable UUID partnerId, @Nullable UUID customerId, String filter, String format)
            implements AuditEvent {}
}
