package io.tallystick.bench.claim;

import io.tallystick.bench.server.Api;
import io.tallystick.bench.server.HttpAnswer;
import io.tallystick.bench.server.HttpConnection;
import io.tallystick.bench.server.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// Takes a position that was just acknowledged and asks a customer's usage with
/// `Tallystick-Wait-For`: the time to the answer is what a person in front of the dashboard waits,
/// the query included. While it waits it takes no other position.
final class LagProbe implements AutoCloseable {

    private static final long MICROS_MAX = 120_000_000;

    private final HttpConnection http;
    private final SynchronousQueue<Acknowledged> queue = new SynchronousQueue<>();
    private final Histogram lags = new Histogram(MICROS_MAX, 3);
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final CompletableFuture<Void> running;
    private volatile boolean open = true;

    private record Acknowledged(long position, long nanos) {}

    LagProbe(Server server) throws IOException {
        this.http = new HttpConnection(server.port());
        this.running = CompletableFuture.runAsync(this::run, thread);
    }

    /// Takes it if nothing else is being waited for.
    void offer(long position) {
        queue.offer(new Acknowledged(position, System.nanoTime()));
    }

    private void run() {
        try {
            while (open) {
                Acknowledged next = queue.poll(10, TimeUnit.MILLISECONDS);
                if (next != null) {
                    await(next);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The server gives a waiting read five seconds; who is further behind asks again.
    private void await(Acknowledged acknowledged) throws IOException {
        @Nullable HttpAnswer answer = null;
        while (answer == null || answer.status() == 503) {
            answer =
                    http.get(
                            "/api/v1/customers/" + Api.customer(0) + "/usage",
                            "Tallystick-Wait-For: " + acknowledged.position() + "\r\n");
        }
        answer.orFail();
        lags.recordValue((System.nanoTime() - acknowledged.nanos()) / 1_000);
    }

    Histogram stop() {
        open = false;
        running.join();
        return lags;
    }

    @Override
    public void close() throws IOException {
        open = false;
        thread.shutdown();
        http.close();
    }
}
