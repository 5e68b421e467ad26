package io.tallystick.command.audit;

/// Somebody wants a rebuild to end before it is live.
public record CancelProjectionReplay(String projection) {}
