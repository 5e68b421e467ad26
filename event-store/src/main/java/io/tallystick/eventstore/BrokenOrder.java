package io.tallystick.eventstore;

/// The log has a hole where none can be. Whoever reads on would miss an entry for ever.
public final class BrokenOrder extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenOrder(long last, long next) {
        super("position " + next + " follows " + last + " in the log");
    }
}
