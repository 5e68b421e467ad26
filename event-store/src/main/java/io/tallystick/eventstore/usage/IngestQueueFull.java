package io.tallystick.eventstore.usage;

/// As many rows wait for their commit as may. Nothing of the request was taken; the sender waits
/// and tries again.
public final class IngestQueueFull extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public IngestQueueFull() {
        super("the ingest queue is full");
    }
}
