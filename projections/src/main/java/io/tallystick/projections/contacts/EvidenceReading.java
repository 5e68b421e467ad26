package io.tallystick.projections.contacts;

import io.tallystick.eventstore.usage.GroupValues;
import io.tallystick.eventstore.usage.StoredUsage;
import io.tallystick.projections.contacts.Evidence.Kind;
import io.tallystick.rating.BuiltInMeters;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds what usage tells of the numbers of contacts. Ingest has made E.164 of all numbers that
/// matter here; what is none tells nothing.
final class EvidenceReading {

    private static final String ENRICHED = "contact.number.enriched";

    private static final Map<String, Kind> OF_FLAGS =
            Map.of(
                    "contact.number.flagged", Kind.FLAGGED,
                    "contact.number.unflagged", Kind.UNFLAGGED);

    /// What a call came to, where that tells of the number. Others may stand there.
    private static final Map<String, Kind> OF_OUTCOMES =
            Map.of("success", Kind.CONFIRMED, "wrong_number", Kind.FLAGGED);

    /// Nothing else is looked at.
    static final Set<String> TYPES =
            Set.of(
                    ENRICHED,
                    "contact.number.flagged",
                    "contact.number.unflagged",
                    BuiltInMeters.VOICE_CALL);

    private static final GroupValues OF_ENRICHMENT =
            GroupValues.of(List.of("contactId", "newNumber", "externalId", "oldNumber"));
    private static final GroupValues OF_FLAG = GroupValues.of(List.of("contactId", "number"));
    private static final GroupValues OF_CALL =
            GroupValues.of(List.of("contactId", "direction", "outcome", "to"));

    private static final byte[] CONTACT_ID = "contactId".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern E164 = Pattern.compile("\\+[0-9]{4,15}");

    private EvidenceReading() {}

    /// Evidence and whom it is about.
    record Told(Contact contact, Evidence evidence) {}

    /// @throws IllegalArgumentException for what should tell of a contact's number and does not
    static Optional<Told> of(StoredUsage row) {
        if (row.type().equals(BuiltInMeters.VOICE_CALL)) {
            return ofCall(row);
        }
        return Optional.of(row.type().equals(ENRICHED) ? ofEnrichment(row) : ofFlag(row));
    }

    private static Optional<Told> ofCall(StoredUsage row) {
        if (!mayNameContact(row.data())) {
            return Optional.empty();
        }
        List<@Nullable String> values = OF_CALL.read(row.data());
        String contact = values.get(0);
        String outcome = values.get(2);
        String number = values.get(3);
        Kind kind = outcome == null ? null : OF_OUTCOMES.get(outcome);
        if (kind == null || contact == null || contact.isEmpty() || number == null) {
            return Optional.empty();
        }
        return "out".equals(values.get(1)) && isNumber(number)
                ? Optional.of(told(row, contact, Evidence.of(kind, number, moment(row))))
                : Optional.empty();
    }

    /// Most calls name no contact, and to look for the name is cheaper than to read the data. A
    /// name may be written with escapes.
    private static boolean mayNameContact(byte @Nullable [] data) {
        if (data == null) {
            return false;
        }
        for (int i = 0; i < data.length - 1; i++) {
            if (data[i] == '\\' ? data[i + 1] == 'u' : data[i] == 'c' && isContactId(data, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isContactId(byte[] data, int from) {
        int to = from + CONTACT_ID.length;
        return to <= data.length && Arrays.equals(data, from, to, CONTACT_ID, 0, CONTACT_ID.length);
    }

    private static Told ofEnrichment(StoredUsage row) {
        List<@Nullable String> values = OF_ENRICHMENT.read(row.data());
        return told(
                row,
                required(values.get(0), "contactId"),
                new Evidence(
                        Kind.ENRICHED,
                        number(values.get(1)),
                        moment(row),
                        textOrNull(values.get(2)),
                        textOrNull(values.get(3))));
    }

    private static Told ofFlag(StoredUsage row) {
        List<@Nullable String> values = OF_FLAG.read(row.data());
        Kind kind = OF_FLAGS.get(row.type());
        if (kind == null) {
            throw new IllegalArgumentException("no type that tells of contacts: " + row.type());
        }
        return told(
                row,
                required(values.get(0), "contactId"),
                Evidence.of(kind, number(values.get(1)), moment(row)));
    }

    private static Told told(StoredUsage row, String contactId, Evidence evidence) {
        return new Told(new Contact(row.tenantId(), row.customerId(), contactId), evidence);
    }

    private static Moment moment(StoredUsage row) {
        return Moment.of(row.occurredAt(), row.ref());
    }

    private static String required(@Nullable String value, String name) {
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException(name + " is missing or too long");
        }
        return value;
    }

    private static String number(@Nullable String value) {
        if (value == null || !isNumber(value)) {
            throw new IllegalArgumentException("the number is not written as E.164");
        }
        return value;
    }

    private static boolean isNumber(String value) {
        return E164.matcher(value).matches();
    }

    private static @Nullable String textOrNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
