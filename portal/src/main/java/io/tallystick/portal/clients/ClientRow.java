package io.tallystick.portal.clients;

import io.tallystick.query.access.clients.ClientItem;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A client, for people.
record ClientRow(
        UUID id,
        String name,
        String email,
        @Nullable String externalId,
        @Nullable String phone,
        String state,
        String createdAt,
        @Nullable String invitedAt,
        @Nullable String acceptedAt,
        boolean archived) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    static ClientRow of(ClientItem item) {
        return new ClientRow(
                item.id(),
                item.name(),
                item.email(),
                item.externalId(),
                item.phone(),
                item.state(),
                TIME.format(item.createdAt()),
                time(item.invitedAt()),
                time(item.acceptedAt()),
                item.archivedAt() != null);
    }

    static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : TIME.format(at);
    }
}
