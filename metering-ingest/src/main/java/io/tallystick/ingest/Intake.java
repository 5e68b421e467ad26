package io.tallystick.ingest;

import io.tallystick.edge.caller.Caller;
import io.tallystick.eventstore.usage.IngestOrigin;
import io.tallystick.eventstore.usage.UsageOutcome;
import io.tallystick.ingest.cloudevents.CloudEvent;
import io.tallystick.ingest.cloudevents.CloudEventsParser;
import io.tallystick.ingest.cloudevents.ParsedItem;
import io.tallystick.ingest.usage.UsageType;
import io.tallystick.ingest.usage.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes the events of one request in: each is parsed, judged and stored, or told why not.
@Component
final class Intake {

    private final Admission admission;
    private final DurableAppend durable;

    Intake(Admission admission, DurableAppend durable) {
        this.admission = admission;
        this.durable = durable;
    }

    /// With which request the events came, and from where.
    record Came(String requestId, @Nullable String ip) {}

    /// @param charge is told how many events the request brings, before any is stored; it may
    ///   refuse
    IngestAnswer take(EventsBody body, Caller caller, Came from, Instant now, IntConsumer charge) {
        var results = new Results();
        List<Candidate> candidates = new ArrayList<>();
        CloudEventsParser.parse(
                body.bytes(), body.shape(), item -> judge(item, candidates, results));
        charge.accept(results.size());
        List<Judged> admitted = admission.admit(candidates, caller, now, results);
        store(admitted, caller, from, results);
        return IngestAnswer.of(results.all());
    }

    private static void judge(ParsedItem item, List<Candidate> candidates, Results results) {
        int index = results.next();
        switch (item) {
            case ParsedItem.Unreadable(var id, var error) -> results.invalid(index, id, error);
            case ParsedItem.Readable(CloudEvent event) -> {
                switch (UsageType.judge(event.type(), event.data())) {
                    case Verdict.Invalid(var error) -> results.invalid(index, event.id(), error);
                    case Verdict.Usage usage -> candidates.add(new Candidate(index, event, usage));
                }
            }
        }
    }

    private void store(List<Judged> admitted, Caller caller, Came from, Results results) {
        var origin =
                new IngestOrigin(
                        caller.tenantId(),
                        caller.customerScope(),
                        caller.actorType(),
                        caller.actorId(),
                        from.requestId(),
                        from.ip(),
                        admitted.size());
        List<UsageOutcome> outcomes =
                durable.append(admitted.stream().map(Judged::row).toList(), origin);
        for (int i = 0; i < admitted.size(); i++) {
            Judged judged = admitted.get(i);
            results.set(ItemResult.of(judged.index(), judged.row().id(), outcomes.get(i)));
        }
    }
}
