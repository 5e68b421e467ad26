package io.tallystick.query.contacts;

import static io.tallystick.readmodel.Tables.SELF_HEALED_CONTACT;

import io.tallystick.query.phone.NumberSight;
import java.time.Instant;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// A number of a contact that was found and confirmed.
///
/// @param contactId what the platform calls the contact
/// @param externalId what the customer's own books call it, as the last enrichment that says so;
///   null where none does
/// @param oldNumber what the new one takes the place of, as it was sent or by the enrichment
///   before; null where nobody knows
/// @param newNumber as E.164 writes it
/// @param enrichedAt when it was found
/// @param confirmedAt when a call reached the contact there first after that
/// @param state `healed`, or `flagged` for a number that was found wrong later
/// @param flaggedAt since when it is known to be wrong; null while it is healed
public record SelfHealedContactItem(
        String contactId,
        @Nullable String externalId,
        @Nullable String oldNumber,
        String newNumber,
        Instant enrichedAt,
        Instant confirmedAt,
        String state,
        @Nullable Instant flaggedAt) {

    static SelfHealedContactItem of(Record row, NumberSight numbers) {
        Instant flaggedAt = row.get(SELF_HEALED_CONTACT.FLAGGED_AT);
        return new SelfHealedContactItem(
                row.get(SELF_HEALED_CONTACT.CONTACT_ID),
                row.get(SELF_HEALED_CONTACT.EXTERNAL_ID),
                numbers.shownOrNull(row.get(SELF_HEALED_CONTACT.OLD_NUMBER)),
                numbers.shown(row.get(SELF_HEALED_CONTACT.NEW_NUMBER)),
                row.get(SELF_HEALED_CONTACT.ENRICHED_AT),
                row.get(SELF_HEALED_CONTACT.CONFIRMED_AT),
                flaggedAt == null ? "healed" : "flagged",
                flaggedAt);
    }
}
