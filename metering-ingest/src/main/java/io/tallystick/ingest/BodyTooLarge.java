package io.tallystick.ingest;

/// A body that is larger than one request may bring, as sent or inflated.
final class BodyTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BodyTooLarge() {
        super("the body is larger than " + EventsBody.BYTES_MAX + " bytes");
    }
}
