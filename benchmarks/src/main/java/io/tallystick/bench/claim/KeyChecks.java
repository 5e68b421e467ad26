package io.tallystick.bench.claim;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tallystick.bench.measure.Sample;
import io.tallystick.bench.server.HttpConnection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// The cheapest request that needs a key: it answers what the check of the key has found. Its time
/// is that of the check, the whole way of a request and both ends of the connection besides, so the
/// check alone is faster than what is told.
final class KeyChecks {

    private static final long MICROS_MAX = 60_000_000;

    private KeyChecks() {}

    /// A request counts as an event here.
    ///
    /// @param connections few: with more than one, the requests wait for each other's processors
    static Sample time(Stage stage, int connections, String key) throws Exception {
        int checks = stage.settings().number("checks");
        Histogram micros = new ConcurrentHistogram(MICROS_MAX, 3);
        byte[] request = HttpConnection.headWith(key, "GET", "/api/v1/me").getBytes(US_ASCII);
        Sample sample = stage.time(checks, () -> ask(stage, connections, request, checks, micros));
        return sample.with(Percentiles.millis(KeysClaim.REQUEST, micros));
    }

    private static void ask(
            Stage stage, int connections, byte[] request, int checks, Histogram micros)
            throws Exception {
        List<Future<?>> asked = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            for (int number = 0; number < connections; number++) {
                asked.add(
                        threads.submit(() -> {
                            ask(stage.server().port(), request, checks / connections, micros);
                            return null;
                        }));
            }
        }
        for (Future<?> connection : asked) {
            connection.get();
        }
    }

    private static void ask(int port, byte[] request, int checks, Histogram micros)
            throws IOException {
        try (var http = new HttpConnection(port)) {
            for (int check = 0; check < checks; check++) {
                long start = System.nanoTime();
                http.send(request).orFail();
                micros.recordValue((System.nanoTime() - start) / 1_000);
            }
        }
    }
}
