package io.tallystick.query.access;

import static io.tallystick.readmodel.Tables.API_KEY;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// A key in a list. Of its secret there is the beginning only.
///
/// @param id made by the server
/// @param name what people call it
/// @param prefix the beginning of the secret, by which people know it again
/// @param permissions what it may do
/// @param createdAt when it was issued
/// @param lastUsedAt when it was used last, to the minute; null when it never was
/// @param revokedAt when it was revoked; null while it may be used
public record ApiKeyItem(
        UUID id,
        String name,
        String prefix,
        List<String> permissions,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    static ApiKeyItem of(Record row) {
        return new ApiKeyItem(
                row.get(API_KEY.KEY_ID),
                row.get(API_KEY.NAME),
                row.get(API_KEY.PREFIX),
                List.of(row.get(API_KEY.PERMISSIONS)),
                row.get(API_KEY.CREATED_AT),
                null,
                row.get(API_KEY.REVOKED_AT));
    }

    ApiKeyItem used(Map<UUID, Instant> lastUsed) {
        return new ApiKeyItem(
                id, name, prefix, permissions, createdAt, lastUsed.get(id), revokedAt);
    }
}
