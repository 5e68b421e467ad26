package io.tallystick.query.contacts;

import static io.tallystick.readmodel.Tables.SELF_HEALED_VERSION;

import io.tallystick.query.phone.NumberSight;
import java.time.Instant;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// What became known of a contact's number by an entry of the log.
///
/// @param position of the entry
/// @param newNumber which number it is about
/// @param state `healed`; `flagged` for a number that was found wrong; `withdrawn` when what came
///   late shows that it never was healed
/// @param externalId as in a list
/// @param oldNumber as in a list
/// @param enrichedAt when it was found; null for one that is withdrawn
/// @param confirmedAt when it was confirmed; null for one that is withdrawn
/// @param flaggedAt since when it was known to be wrong, null for none
public record SelfHealedContactVersion(
        long position,
        String newNumber,
        String state,
        @Nullable String externalId,
        @Nullable String oldNumber,
        @Nullable Instant enrichedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant flaggedAt) {

    static SelfHealedContactVersion of(Record row, NumberSight numbers) {
        Instant confirmedAt = row.get(SELF_HEALED_VERSION.CONFIRMED_AT);
        Instant flaggedAt = row.get(SELF_HEALED_VERSION.FLAGGED_AT);
        return new SelfHealedContactVersion(
                row.get(SELF_HEALED_VERSION.POSITION),
                numbers.shown(row.get(SELF_HEALED_VERSION.NEW_NUMBER)),
                state(confirmedAt, flaggedAt),
                row.get(SELF_HEALED_VERSION.EXTERNAL_ID),
                numbers.shownOrNull(row.get(SELF_HEALED_VERSION.OLD_NUMBER)),
                row.get(SELF_HEALED_VERSION.ENRICHED_AT),
                confirmedAt,
                flaggedAt);
    }

    private static String state(@Nullable Instant confirmedAt, @Nullable Instant flaggedAt) {
        if (confirmedAt == null) {
            return "withdrawn";
        }
        return flaggedAt == null ? "healed" : "flagged";
    }
}
