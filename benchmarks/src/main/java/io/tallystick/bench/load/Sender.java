package io.tallystick.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tallystick.bench.server.HttpAnswer;
import io.tallystick.bench.server.HttpConnection;
import io.tallystick.bench.server.Server;
import java.io.IOException;
import java.time.Instant;
import java.util.SplittableRandom;

/// One client: one connection, one request at a time, the next as soon as the last is answered.
public final class Sender implements AutoCloseable {

    private static final String BATCH = "application/cloudevents-batch+json";

    private final HttpConnection http;
    private final EventBatch batch;
    private final byte[] head;

    private Sender(int port, String key, EventBatch batch, String type, boolean minimal)
            throws IOException {
        this.batch = batch;
        this.http = new HttpConnection(port);
        this.head =
                HttpConnection.headWith(
                                key,
                                "POST",
                                "/api/v1/events",
                                "Content-Type: " + type + "\r\n",
                                "Content-Length: " + batch.bytes() + "\r\n",
                                minimal ? "Prefer: return=minimal\r\n" : "")
                        .getBytes(US_ASCII);
    }

    public static Sender of(int port, LoadShape shape, Instant now, int seed) throws IOException {
        var random = new SplittableRandom(seed);
        return shape.batchEvents() == 1
                ? new Sender(
                        port,
                        Server.KEY,
                        EventBatch.single(now, random),
                        "application/cloudevents+json",
                        shape.minimal())
                : new Sender(
                        port,
                        Server.KEY,
                        EventBatch.of(shape.batchEvents(), now, random),
                        BATCH,
                        shape.minimal());
    }

    /// Sends this batch, which no other sender may send at the same time.
    static Sender of(int port, EventBatch batch) throws IOException {
        return of(port, Server.KEY, batch);
    }

    /// The same with a key.
    public static Sender of(int port, String key, EventBatch batch) throws IOException {
        return new Sender(port, key, batch, BATCH, true);
    }

    /// New events, whatever became of the last.
    public HttpAnswer send() throws IOException {
        return http.send(head, batch.next());
    }

    public int events() {
        return batch.events();
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
