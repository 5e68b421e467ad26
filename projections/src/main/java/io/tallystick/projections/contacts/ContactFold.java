package io.tallystick.projections.contacts;

import io.tallystick.eventstore.usage.StoredUsage;
import io.tallystick.projections.contacts.Evidence.Kind;
import io.tallystick.projections.contacts.EvidenceReading.Told;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the chunks of one unit of work tell of contacts, in the order of its arrival. Bounded by
/// the rows of the batch; it lives until the batch is written.
final class ContactFold {

    private final SortedMap<Contact, List<Arrived>> told = new TreeMap<>(Contact.ORDER);
    private final List<DeadLetter> deadLetters = new ArrayList<>();

    /// @param row where it came from
    record Arrived(Evidence evidence, StoredUsage row) {

        boolean isConfirmation() {
            return evidence.kind() == Kind.CONFIRMED;
        }
    }

    /// A row that should tell something and does not is set aside, so that its neighbours count.
    void add(StoredUsage row) {
        try {
            EvidenceReading.of(row).ifPresent(found -> add(found, row));
        } catch (RuntimeException e) {
            deadLetters.add(DeadLetter.of(row, e.toString()));
        }
    }

    private void add(Told found, StoredUsage row) {
        told.computeIfAbsent(found.contact(), absent -> new ArrayList<>())
                .add(new Arrived(found.evidence(), row));
    }

    /// By contact, in the order of arrival.
    SortedMap<Contact, List<Arrived>> told() {
        var byArrival =
                Comparator.comparing((Arrived it) -> it.evidence().moment(), Moment.ARRIVAL);
        told.values().forEach(arrived -> arrived.sort(byArrival));
        return told;
    }

    List<DeadLetter> deadLetters() {
        return deadLetters;
    }
}
