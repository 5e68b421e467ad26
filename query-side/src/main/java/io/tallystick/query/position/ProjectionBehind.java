package io.tallystick.query.position;

/// A projection did not reach the position that a reader waited for. The caller may try again.
public final class ProjectionBehind extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProjectionBehind(String projection, long position) {
        super("The projection " + projection + " has not reached position " + position + " yet.");
    }
}
