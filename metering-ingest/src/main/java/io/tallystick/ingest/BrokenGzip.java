package io.tallystick.ingest;

/// A body that says it is gzip and is not, or not all of it.
final class BrokenGzip extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenGzip(Throwable cause) {
        super("the body is not gzip", cause);
    }
}
