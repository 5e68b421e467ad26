package io.tallystick.ingest.cloudevents;

/// The batch has more items than one request may bring.
public final class TooManyEvents extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyEvents() {
        super("more than " + CloudEventsParser.EVENTS_MAX + " events");
    }
}
