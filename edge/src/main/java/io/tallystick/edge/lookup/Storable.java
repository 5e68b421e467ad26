package io.tallystick.edge.lookup;

/// A text with NUL is in no table, and the database refuses to be asked for one.
public final class Storable {

    private Storable() {}

    public static boolean is(String text) {
        return text.indexOf('\0') < 0;
    }
}
