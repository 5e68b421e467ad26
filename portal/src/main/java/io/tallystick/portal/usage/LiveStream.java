package io.tallystick.portal.usage;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// One open page. Its virtual thread sends the newest position, then rests: however fast the log
/// grows, a page hears of it a few times a second, and a slow reader holds up nobody else.
final class LiveStream implements Runnable {

    static final Duration HEARTBEAT = Duration.ofSeconds(15);
    static final Duration REST = Duration.ofMillis(250);

    /// A browser connects anew by itself, and then its session is judged anew.
    static final Duration LIFETIME_MAX = Duration.ofMinutes(5);

    private static final long CLOSE = -1;

    private final String owner;

    private final SseEmitter emitter;
    private final BlockingQueue<Long> news = new ArrayBlockingQueue<>(1);
    private final long endNanos = System.nanoTime() + LIFETIME_MAX.toNanos();
    private volatile boolean closed;

    /// The servlet's own timeout would end the stream as an error; ours ends it in peace.
    static LiveStream of(String owner) {
        return new LiveStream(owner, new SseEmitter(0L));
    }

    LiveStream(String owner, SseEmitter emitter) {
        this.owner = owner;
        this.emitter = emitter;
    }

    String owner() {
        return owner;
    }

    SseEmitter emitter() {
        return emitter;
    }

    /// Never blocks: a position that was not sent yet gives way to this one.
    void advance(long position) {
        news.poll();
        news.offer(position);
    }

    void close() {
        closed = true;
        advance(CLOSE);
    }

    /// Ends a stream that was never run.
    void refuse() {
        emitter.complete();
    }

    @Override
    public void run() {
        try {
            emitter.send(SseEmitter.event().comment("open"));
            while (!closed && System.nanoTime() < endNanos) {
                send(news.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS));
            }
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            // The page is gone: the container knows it too and ends the request.
            closed = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            emitter.complete();
        }
    }

    private void send(@Nullable Long position) throws IOException, InterruptedException {
        if (position == null) {
            emitter.send(SseEmitter.event().comment("still here"));
        } else if (position != CLOSE) {
            emitter.send(SseEmitter.event().name("advanced").data(Long.toString(position)));
            Thread.sleep(REST);
        }
    }
}
