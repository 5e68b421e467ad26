package io.tallystick.ingest.usage;

import java.math.BigDecimal;

/// Which numbers a member may hold.
record Bounds(BigDecimal min, BigDecimal max, int decimalsMax) {

    static Bounds wholeNumbers(long min, long max) {
        return new Bounds(BigDecimal.valueOf(min), BigDecimal.valueOf(max), 0);
    }

    static Bounds decimals(long min, long max, int decimalsMax) {
        return new Bounds(BigDecimal.valueOf(min), BigDecimal.valueOf(max), decimalsMax);
    }

    /// Compares magnitudes before anything is written out, so that `1e999999999` costs nothing.
    boolean allow(BigDecimal stripped) {
        return stripped.scale() <= decimalsMax
                && stripped.compareTo(min) >= 0
                && stripped.compareTo(max) <= 0;
    }

    String inWords() {
        String kind =
                decimalsMax == 0
                        ? "a whole number"
                        : "a number with at most " + decimalsMax + " decimals";
        return kind + " from " + min + " to " + max;
    }
}
