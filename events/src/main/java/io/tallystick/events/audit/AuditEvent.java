package io.tallystick.events.audit;

import io.tallystick.events.EventName;

/// Facts about the operation of the installation.
public sealed interface AuditEvent {

    /// A projection is rebuilt from the log, beside the one that readers see.
    @EventName("audit.ProjectionReplayRequested")
    record ProjectionReplayRequested(String projection, String reason) implements AuditEvent {}

    /// A rebuild ended before readers saw it.
    @EventName("audit.ProjectionReplayCancelled")
    record ProjectionReplayCancelled(String projection) implements AuditEvent {}
}
