package io.tallystick.eventstore;

/// The log could not be read or written for a reason outside the request: the caller may try again.
public class LogUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LogUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
