package io.tallystick.events.audit;

import io.tallystick.events.EventName;

/// Facts about the operation of the installation.
public sealed interface AuditEvent {

    /// A projection was reset and is rebuilt from the log.
    @EventName("audit.ProjectionReplayRequested")
    record ProjectionReplayRequested(String projection, String reason) implements AuditEvent {}
}
