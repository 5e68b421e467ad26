package io.tallystick.portal.access;

import io.tallystick.query.access.ApiKeyItem;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A key, ready to be shown.
record ApiKeyRow(
        UUID id,
        String name,
        String prefix,
        String permissions,
        String createdAt,
        String lastUsedAt,
        @Nullable String revokedAt) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    static ApiKeyRow of(ApiKeyItem key) {
        return new ApiKeyRow(
                key.id(),
                key.name(),
                key.prefix(),
                String.join(", ", key.permissions()),
                TIME.format(key.createdAt()),
                time(key.lastUsedAt(), "never"),
                key.revokedAt() == null ? null : TIME.format(key.revokedAt()));
    }

    private static String time(@Nullable Instant at, String otherwise) {
        return at == null ? otherwise : TIME.format(at);
    }
}
