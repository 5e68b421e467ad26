package io.tallystick.projections.contacts;

import io.tallystick.projections.contacts.Evidence.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The rule of self-healed contacts: a number is healed once it was enriched, was confirmed by a
/// successful call after that, and is not flagged as wrong. It goes by when things happened, so the
/// order in which they became known makes no difference.
///
/// An enrichment that brings the number that was there before brings nothing. Of a number that was
/// enriched several times the first counts. A flag holds until it is taken back, whatever calls say
/// meanwhile; a number that was confirmed while it was flagged was never healed.
final class SelfHealing {

    private SelfHealing() {}

    /// @param evidence all that is known of one contact, in any order
    /// @return by the new number; those that were healed and are flagged now are among them
    static SortedMap<String, Healed> of(Collection<Evidence> evidence) {
        List<Evidence> enrichments = new ArrayList<>();
        Map<String, List<Evidence>> rest = new HashMap<>();
        evidence.stream()
                .sorted(Comparator.comparing(Evidence::moment))
                .forEach(told -> {
                    if (told.kind() == Kind.ENRICHED) {
                        enrichments.add(told);
                    } else {
                        rest.computeIfAbsent(told.number(), absent -> new ArrayList<>()).add(told);
                    }
                });
        String externalId = lastExternalId(enrichments);
        SortedMap<String, Healed> healed = new TreeMap<>();
        firstOfEach(enrichments)
                .forEach((number, enriched) -> {
                    Healed found =
                            judge(enriched, externalId, rest.getOrDefault(number, List.of()));
                    if (found != null) {
                        healed.put(number, found);
                    }
                });
        return healed;
    }

    /// An enrichment that brought something, and what the number was before.
    private record Found(Evidence enrichment, @Nullable String oldNumber) {}

    private static Map<String, Found> firstOfEach(List<Evidence> enrichments) {
        Map<String, Found> first = new HashMap<>();
        String before = null;
        for (Evidence enrichment : enrichments) {
            String old = enrichment.oldNumber() == null ? before : enrichment.oldNumber();
            if (!enrichment.number().equals(old)) {
                first.putIfAbsent(enrichment.number(), new Found(enrichment, old));
            }
            before = enrichment.number();
        }
        return first;
    }

    /// It is the contact's and not the number's.
    private static @Nullable String lastExternalId(List<Evidence> enrichments) {
        return enrichments.reversed().stream()
                .map(Evidence::externalId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /// @param told of the number, in its order
    private static @Nullable Healed judge(
            Found found, @Nullable String externalId, List<Evidence> told) {
        Instant flaggedAt = null;
        Instant confirmedAt = null;
        boolean wasHealed = false;
        for (Evidence next : told) {
            switch (next.kind()) {
                case FLAGGED ->
                        flaggedAt = flaggedAt == null ? next.moment().occurredAt() : flaggedAt;
                case UNFLAGGED -> flaggedAt = null;
                case CONFIRMED -> {
                    if (confirmedAt == null && next.moment().isAfter(found.enrichment().moment())) {
                        confirmedAt = next.moment().occurredAt();
                    }
                }
                case ENRICHED -> throw new IllegalStateException("enrichments are apart");
            }
            wasHealed |= confirmedAt != null && flaggedAt == null;
        }
        return confirmedAt == null || !wasHealed
                ? null
                : new Healed(
                        externalId,
                        found.oldNumber(),
                        found.enrichment().moment().occurredAt(),
                        confirmedAt,
                        flaggedAt);
    }
}
