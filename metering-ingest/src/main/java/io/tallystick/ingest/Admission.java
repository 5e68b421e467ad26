package io.tallystick.ingest;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.lookup.Customers;
import io.tallystick.edge.settings.LateLimits;
import io.tallystick.eventstore.usage.Hash128;
import io.tallystick.eventstore.usage.KeyIndex;
import io.tallystick.eventstore.usage.StoredKey;
import io.tallystick.eventstore.usage.UsageOutcome;
import io.tallystick.eventstore.usage.UsageRow;
import io.tallystick.ingest.cloudevents.CloudEvent;
import io.tallystick.ingest.cloudevents.ItemError;
import io.tallystick.ingest.usage.NumberReading;
import io.tallystick.ingest.usage.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Decides which sound events may be stored: those of a customer that the caller may write for, in
/// the time that is still open.
@Component
final class Admission {

    private static final ItemError UNKNOWN_CUSTOMER =
            new ItemError("unknown_customer", "/subject", "There is no such customer.");

    private final Customers customers;
    private final LateLimits limits;
    private final KeyIndex keys;

    Admission(Customers customers, LateLimits limits, KeyIndex keys) {
        this.customers = customers;
        this.limits = limits;
        this.keys = keys;
    }

    List<Judged> admit(List<Candidate> candidates, Caller caller, Instant now, Results results) {
        Map<String, UUID> ids = customerIds(candidates, caller.tenantId());
        TimeBounds bounds = bounds(candidates, ids, caller.tenantId(), now);
        Map<UUID, String> countries = countries(candidates, ids, caller.tenantId());
        List<Judged> admitted = new ArrayList<>(candidates.size());
        List<Refused> refused = new ArrayList<>();
        for (Candidate candidate : candidates) {
            // A key of one customer learns nothing about the others, not even that they are there.
            UUID customer = ids.get(candidate.event().subject());
            if (customer == null || !caller.sees(customer)) {
                results.invalid(candidate.index(), candidate.event().id(), UNKNOWN_CUSTOMER);
                continue;
            }
            Verdict read = NumberReading.of(candidate.usage(), countries.get(customer));
            UsageRow row = row(candidate, read, caller.tenantId(), customer, now);
            var judged = new Judged(candidate.index(), row);
            ItemError error =
                    read instanceof Verdict.Invalid(var noNumber)
                            ? noNumber
                            : bounds.check(customer, row.occurredAt());
            if (error == null) {
                admitted.add(judged);
            } else {
                refused.add(new Refused(judged, error));
            }
        }
        settle(refused, results);
        return admitted;
    }

    /// Only who sends a number as people of a country write it is asked about.
    private Map<UUID, String> countries(
            List<Candidate> candidates, Map<String, UUID> ids, UUID tenantId) {
        Set<UUID> national = new HashSet<>();
        for (Candidate candidate : candidates) {
            UUID customer = ids.get(candidate.event().subject());
            if (customer != null && NumberReading.needsCountry(candidate.usage())) {
                national.add(customer);
            }
        }
        return national.isEmpty() ? Map.of() : customers.countries(tenantId, national);
    }

    private Map<String, UUID> customerIds(List<Candidate> candidates, UUID tenantId) {
        Set<String> subjects =
                candidates.stream()
                        .map(candidate -> candidate.event().subject())
                        .collect(Collectors.toSet());
        return subjects.isEmpty() ? Map.of() : customers.idsByKey(tenantId, subjects);
    }

    /// Only who sends late events is asked about, which most requests do not.
    private TimeBounds bounds(
            List<Candidate> candidates, Map<String, UUID> ids, UUID tenantId, Instant now) {
        Set<UUID> late = new HashSet<>();
        for (Candidate candidate : candidates) {
            Instant time = candidate.event().time();
            UUID customer = ids.get(candidate.event().subject());
            if (time != null && customer != null && time.isBefore(TimeBounds.late(now))) {
                late.add(customer);
            }
        }
        return new TimeBounds(now, late.isEmpty() ? Map.of() : limits.of(tenantId, late));
    }

    private static UsageRow row(
            Candidate candidate, Verdict read, UUID tenantId, UUID customer, Instant now) {
        CloudEvent event = candidate.event();
        Verdict.Usage usage = read instanceof Verdict.Usage sound ? sound : candidate.usage();
        return new UsageRow(
                tenantId,
                customer,
                event.type(),
                event.id(),
                event.source(),
                event.time() == null ? now : event.time(),
                usage.measure(),
                usage.data(),
                event.contentHash());
    }

    /// A retry may come when its time is long closed, or when the customer's country is another. It
    /// is told what became of the first attempt, as ever.
    private void settle(List<Refused> refused, Results results) {
        Map<Hash128, StoredKey> stored =
                keys.find(
                        refused.stream()
                                .map(item -> item.judged().row().idempotencyKey())
                                .collect(Collectors.toSet()));
        for (Refused item : refused) {
            UsageRow row = item.judged().row();
            StoredKey there = stored.get(row.idempotencyKey());
            results.set(
                    there == null
                            ? ItemResult.invalid(item.judged().index(), row.id(), item.error())
                            : ItemResult.of(item.judged().index(), row.id(), outcome(row, there)));
        }
    }

    private static UsageOutcome outcome(UsageRow row, StoredKey there) {
        return there.isOf(row)
                ? new UsageOutcome.Duplicate(there.ref())
                : new UsageOutcome.Conflict();
    }

    private record Refused(Judged judged, ItemError error) {}
}
