package io.tallystick.command.audit;

/// Somebody with a reason wants a projection to be rebuilt.
public record RequestProjectionReplay(String projection, String reason) {}
