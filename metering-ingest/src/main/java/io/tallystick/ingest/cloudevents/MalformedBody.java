package io.tallystick.ingest.cloudevents;

/// The body as a whole cannot be read; no item of it may be stored.
public final class MalformedBody extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedBody(String detail) {
        super(detail);
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
