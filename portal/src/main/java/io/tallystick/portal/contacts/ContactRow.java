package io.tallystick.portal.contacts;

import io.tallystick.query.contacts.SelfHealedContactItem;
import io.tallystick.query.contacts.SelfHealedContactVersion;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A contact's number, for people.
record ContactRow(
        String contactId,
        @Nullable String externalId,
        String newNumber,
        @Nullable String oldNumber,
        String enrichedAt,
        String confirmedAt,
        @Nullable String flaggedAt) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    static ContactRow of(SelfHealedContactItem item) {
        return new ContactRow(
                item.contactId(),
                item.externalId(),
                item.newNumber(),
                item.oldNumber(),
                TIME.format(item.enrichedAt()),
                TIME.format(item.confirmedAt()),
                timeOrNull(item.flaggedAt()));
    }

    private static @Nullable String timeOrNull(@Nullable Instant at) {
        return at == null ? null : TIME.format(at);
    }

    /// What became known of it.
    record Version(
            long position,
            String newNumber,
            String sentence,
            @Nullable String oldNumber,
            @Nullable String enrichedAt,
            @Nullable String confirmedAt,
            @Nullable String flaggedAt) {

        static Version of(SelfHealedContactVersion version) {
            return new Version(
                    version.position(),
                    version.newNumber(),
                    sentence(version.state()),
                    version.oldNumber(),
                    timeOrNull(version.enrichedAt()),
                    timeOrNull(version.confirmedAt()),
                    timeOrNull(version.flaggedAt()));
        }

        private static String sentence(String state) {
            return switch (state) {
                case "healed" -> "Healed";
                case "flagged" -> "Flagged as a wrong number";
                default -> "Withdrawn: it never was healed";
            };
        }
    }
}
