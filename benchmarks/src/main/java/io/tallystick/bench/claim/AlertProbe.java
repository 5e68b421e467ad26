package io.tallystick.bench.claim;

import io.tallystick.bench.server.Credits;
import io.tallystick.bench.server.HttpConnection;
import io.tallystick.bench.server.Server;
import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/// One customer whose credits fall below its threshold again and again: a grant arms the threshold,
/// one call burns it, and from the answer to that call until the alert is listed is what is
/// measured.
final class AlertProbe implements AutoCloseable {

    private static final long MICROS_MAX = 120_000_000;
    private static final long POLL_NANOS = 5_000_000;
    private static final long THRESHOLD = 100;

    /// More than the threshold, so that every grant arms and every call crosses.
    private static final long BURNED = 1_000;

    private static final long SECONDS_PER_CREDIT = 60;

    private final HttpConnection http;
    private final Credits credits;
    private final String customer = "alerted-" + System.nanoTime();

    AlertProbe(Server server, Credits credits) throws IOException {
        this.http = new HttpConnection(server.port());
        this.credits = credits;
        credits.createWatched(customer, THRESHOLD);
        credits.grant(customer, THRESHOLD / 2);
    }

    Histogram run(int seconds) throws IOException {
        var lags = new Histogram(MICROS_MAX, 3);
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        for (int round = 0; System.nanoTime() < end; round++) {
            credits.awaitLedger(credits.grant(customer, BURNED));
            long burned = burn(round);
            long acknowledged = System.nanoTime();
            while (credits.newestAlert(customer) <= burned) {
                LockSupport.parkNanos(POLL_NANOS);
            }
            lags.recordValue((System.nanoTime() - acknowledged) / 1_000);
        }
        return lags;
    }

    private long burn(int round) throws IOException {
        String id = customer + "-" + round;
        return http.send(
                        "POST",
                        "/api/v1/events",
                        """
                        [{"specversion":"1.0","id":"%s","source":"/alerts","type":"voice.call.completed",\
                        "subject":"%s","time":"%s","data":{"callId":"%s","durationSeconds":%d}}]\
                        """
                                .formatted(
                                        id,
                                        customer,
                                        InstantSource.system()
                                                .instant()
                                                .truncatedTo(ChronoUnit.MILLIS),
                                        id,
                                        BURNED * SECONDS_PER_CREDIT))
                .orFail()
                .position();
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
