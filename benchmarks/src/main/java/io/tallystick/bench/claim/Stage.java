package io.tallystick.bench.claim;

import io.tallystick.bench.Settings;
import io.tallystick.bench.measure.Alternation;
import io.tallystick.bench.measure.Case;
import io.tallystick.bench.measure.CaseResult;
import io.tallystick.bench.measure.Sample;
import io.tallystick.bench.measure.Stopwatch;
import io.tallystick.bench.server.Api;
import io.tallystick.bench.server.Server;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a claim is measured on: one server, one set of sizes.
public record Stage(Server server, Settings settings) {

    /// The cases in turn with the COPY that they are compared with.
    List<CaseResult> besideCopy(Case... cases) throws Exception {
        List<Case> all = new ArrayList<>();
        all.add(new ReferenceCopy(server.postgres()).oneWriter(this));
        all.addAll(Arrays.asList(cases));
        return alternate(all);
    }

    List<CaseResult> alternate(List<Case> cases) throws Exception {
        return new Alternation(settings.number("repetitions")).run(cases);
    }

    List<CaseResult> once(Case only) throws Exception {
        return new Alternation(1, false).run(List.of(only));
    }

    /// The last position of the product's log.
    long position() throws Exception {
        return server.postgres().number("select max(position) from event_log.entry");
    }

    int events() {
        return settings.number("events");
    }

    /// Times work that the packaged server does.
    Sample time(long events, Work work) throws Exception {
        var watch = new Stopwatch(server.meter());
        work.run();
        return watch.stop(events);
    }

    /// Times work that the benchmark does itself; what it uses counts as the server's.
    Sample timeHere(long events, Work work) throws Exception {
        var watch = new Stopwatch(server.meterOfThisProcess());
        work.run();
        return watch.stop(events);
    }

    /// On a connection of its own: the server closes one that was idle while events were sent.
    void awaitProjections(long position) throws Exception {
        try (var api = api()) {
            api.awaitProjections(position);
        }
    }

    Api api() throws Exception {
        return new Api(server);
    }

    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }
}
