package io.tallystick.eventstore.usage;

/// What the log has under an idempotency key.
///
/// @param content the first eight bytes of the content's hash
public record StoredKey(long content, EventRef ref) {

    public boolean isOf(UsageRow row) {
        return content == row.contentHash().high();
    }
}
