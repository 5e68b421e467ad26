package io.tallystick.eventstore.usage;

/// What the log has under an idempotency key.
public record StoredKey(Hash128 contentHash, EventRef ref) {}
