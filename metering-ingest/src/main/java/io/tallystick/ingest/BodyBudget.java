package io.tallystick.ingest;

import io.tallystick.eventstore.usage.IngestQueueFull;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// Memory for the bodies that are in work on a node. A virtual thread costs nothing, so nothing
/// else keeps a thousand senders from filling the heap with five megabytes each.
@Component
final class BodyBudget {

    static final int UNIT_BYTES = 64 * 1024;
    static final int UNITS_MAX = 512;
    private static final int PATIENCE_SECONDS = 2;

    private final Semaphore units = new Semaphore(UNITS_MAX);

    /// Gives the memory back when it is closed.
    interface Share extends AutoCloseable {
        @Override
        void close();
    }

    /// @throws IngestQueueFull when other bodies take all of it for too long
    Share take(HttpServletRequest request) {
        int wanted = units(request);
        try {
            if (!units.tryAcquire(wanted, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IngestQueueFull();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IngestQueueFull();
        }
        return () -> units.release(wanted);
    }

    /// A body whose size is not known, or is known only before it is inflated, may be as large as
    /// any.
    private static int units(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        boolean isKnown = length >= 0 && request.getHeader(HttpHeaders.CONTENT_ENCODING) == null;
        long bytes = isKnown ? Math.min(length, EventsBody.BYTES_MAX) : EventsBody.BYTES_MAX;
        return (int) (bytes / UNIT_BYTES) + 1;
    }
}
