package io.tallystick.portal.usage;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// All open pages of this node.
@Component
final class LiveStreams implements SmartLifecycle {

    static final int STREAMS_MAX = 500;
    static final int STREAMS_PER_OWNER_MAX = 20;

    private final UsageSource source;
    private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    LiveStreams(UsageSource source) {
        this.source = source;
    }

    /// @return empty when there are too many; the page then asks from time to time instead
    synchronized Optional<SseEmitter> open(String owner) {
        long own = open.stream().filter(stream -> stream.owner().equals(owner)).count();
        if (!running || open.size() >= STREAMS_MAX || own >= STREAMS_PER_OWNER_MAX) {
            return Optional.empty();
        }
        var stream = LiveStream.of(owner);
        open.add(stream);
        Thread.ofVirtual().name("live").start(() -> run(stream));
        return Optional.of(stream.emitter());
    }

    /// Who signs out in one window is out in all of that session; pages of another session of the
    /// same person come back by themselves.
    @EventListener
    void on(LogoutSuccessEvent logout) {
        String owner = logout.getAuthentication().getName();
        open.stream().filter(stream -> stream.owner().equals(owner)).forEach(LiveStream::close);
    }

    int size() {
        return open.size();
    }

    @Override
    public void start() {
        running = true;
    }

    /// Comes before the web server's own graceful stop, which would wait for every open stream.
    @Override
    public void stop() {
        running = false;
        open.forEach(LiveStream::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run(LiveStream stream) {
        try (var _ = source.onAdvance(stream::advance)) {
            stream.run();
        } catch (IllegalStateException refused) {
            // Too many listen already; the page polls instead.
            stream.refuse();
        } finally {
            open.remove(stream);
        }
    }
}
