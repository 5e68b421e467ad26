package io.tallystick.edge.lookup;

/// A text with NUL is in no table, and the database refuses to be asked for one.
final class Storable {

    private Storable() {}

    static boolean is(String text) {
        return text.indexOf('\0') < 0;
    }
}
