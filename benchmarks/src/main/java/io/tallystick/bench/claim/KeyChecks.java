package io.tallystick.bench.claim;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.zaxxer.hikari.HikariDataSource;
import io.tallystick.bench.measure.Sample;
import io.tallystick.bench.server.HttpConnection;
import io.tallystick.edge.caller.ApiKeySecret;
import io.tallystick.edge.lookup.ApiKeys;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The check of a key, alone and as a part of the cheapest request that needs one, which answers
/// what the check has found. A request's time has the whole way of a request and both ends of the
/// connection besides.
final class KeyChecks {

    private static final long MICROS_MAX = 60_000_000;

    private KeyChecks() {}

    /// What a request waits for before its key is known: the hash of the secret and its look-up, by
    /// the product's own code on the product's own tables.
    static Sample alone(Stage stage, String secret) throws Exception {
        int checks = stage.settings().number("checks");
        var micros = new Histogram(MICROS_MAX, 3);
        try (HikariDataSource database = stage.server().postgres().lookUps();
                var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
            context.register(ApiKeys.class);
            context.refresh();
            ApiKeys keys = context.getBean(ApiKeys.class);
            Sample sample = stage.timeHere(checks, () -> lookUp(keys, secret, checks, micros));
            return sample.with(Percentiles.millis(KeysClaim.CHECKED, micros));
        }
    }

    private static void lookUp(ApiKeys keys, String secret, int checks, Histogram micros) {
        for (int check = 0; check < checks; check++) {
            long start = System.nanoTime();
            var found = keys.findForRequest(ApiKeySecret.hash(secret));
            if (found.isEmpty()) {
                throw new IllegalStateException("The key that is checked is not known.");
            }
            micros.recordValue((System.nanoTime() - start) / 1_000);
        }
    }

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
