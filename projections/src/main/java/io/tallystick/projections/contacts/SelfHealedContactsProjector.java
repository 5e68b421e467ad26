package io.tallystick.projections.contacts;

import io.tallystick.eventstore.usage.UsageChunk;
import io.tallystick.eventstore.usage.UsageReader;
import io.tallystick.projections.contacts.ContactFold.Arrived;
import io.tallystick.projections.contacts.Evidence.Kind;
import io.tallystick.projections.contacts.EvidenceTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/// Reads the chunks of a batch at once, and before the batch commits with its token works out anew
/// what becomes of every contact that something was told of. A batch that tells of none costs a
/// look at its rows, and a call of a contact that was never enriched is only kept.
final class SelfHealedContactsProjector {

    /// Enrichments and flags of one contact. Nobody has so many numbers, and each event is weighed
    /// against all of them.
    static final int EVIDENCE_PER_CONTACT_MAX = 1_000;

    private static final int CONTACTS_AT_ONCE = 500;
    private static final String CHUNKS = SelfHealedContactsProjector.class.getName() + ".chunks";

    private final UsageReader reader;
    private final EvidenceTable evidence;
    private final HealedTables healed;
    private final DeadLetterTable deadLetters;

    SelfHealedContactsProjector(
            UsageReader reader,
            EvidenceTable evidence,
            HealedTables healed,
            DeadLetterTable deadLetters) {
        this.reader = reader;
        this.evidence = evidence;
        this.healed = healed;
        this.deadLetters = deadLetters;
    }

    @EventHandler
    void on(UsageChunk chunk, UnitOfWork<?> unitOfWork) {
        UnitOfWork<?> batch = unitOfWork.root();
        List<UsageChunk> chunks =
                batch.getOrComputeResource(CHUNKS, absent -> writtenOnCommit(batch));
        chunks.add(chunk);
    }

    private List<UsageChunk> writtenOnCommit(UnitOfWork<?> batch) {
        List<UsageChunk> chunks = new ArrayList<>();
        batch.onPrepareCommit(unit -> write(chunks));
        return chunks;
    }

    private void write(List<UsageChunk> chunks) {
        var fold = new ContactFold();
        reader.forEachSlice(
                chunks, shard -> true, slice -> slice.forEachRow(EvidenceReading.TYPES, fold::add));
        SortedMap<Contact, List<Arrived>> told = fold.told();
        List<Contact> contacts = List.copyOf(told.keySet());
        for (int i = 0; i < contacts.size(); i += CONTACTS_AT_ONCE) {
            int to = Math.min(contacts.size(), i + CONTACTS_AT_ONCE);
            write(contacts.subList(i, to), told, fold.deadLetters());
        }
        deadLetters.insert(fold.deadLetters());
    }

    private void write(
            List<Contact> contacts, Map<Contact, List<Arrived>> told, List<DeadLetter> unusable) {
        Map<Contact, List<Evidence>> known = evidence.enrichmentsAndFlags(contacts);
        List<Row> arrived = new ArrayList<>();
        for (Contact contact : contacts) {
            int kept = known.getOrDefault(contact, List.of()).size();
            for (Arrived each : told.getOrDefault(contact, List.of())) {
                if (each.isConfirmation() || kept++ < EVIDENCE_PER_CONTACT_MAX) {
                    arrived.add(new Row(contact, each.evidence()));
                } else {
                    unusable.add(tooMany(each));
                }
            }
        }
        healed.write(versions(known, arrived));
        evidence.insert(arrived);
    }

    /// Of contacts that have an enrichment; without one nothing is healed.
    private List<Version> versions(Map<Contact, List<Evidence>> known, List<Row> arrived) {
        Map<Contact, List<Evidence>> fresh = new TreeMap<>(Contact.ORDER);
        arrived.forEach(row ->
                fresh.computeIfAbsent(row.contact(), absent -> new ArrayList<>())
                        .add(row.evidence()));
        List<Row> enrichments = new ArrayList<>();
        fresh.forEach((contact, told) ->
                Stream.concat(known.getOrDefault(contact, List.of()).stream(), told.stream())
                        .filter(each -> each.kind() == Kind.ENRICHED)
                        .forEach(each -> enrichments.add(new Row(contact, each))));
        if (enrichments.isEmpty()) {
            return List.of();
        }
        Map<Contact, List<Evidence>> confirmed = evidence.firstConfirmations(enrichments);
        List<Version> versions = new ArrayList<>();
        enrichments.stream()
                .map(Row::contact)
                .distinct()
                .forEach(contact -> {
                    List<Evidence> before = new ArrayList<>(known.getOrDefault(contact, List.of()));
                    before.addAll(confirmed.getOrDefault(contact, List.of()));
                    versions.addAll(
                            Restatement.of(
                                    contact, before, fresh.getOrDefault(contact, List.of())));
                });
        return versions;
    }

    private static DeadLetter tooMany(Arrived arrived) {
        return DeadLetter.of(
                arrived.row(),
                "of a contact there are at most "
                        + EVIDENCE_PER_CONTACT_MAX
                        + " enrichments and flags");
    }
}
