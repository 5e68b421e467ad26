package io.tallystick.projections.generation;

import java.util.Locale;

/// One computation of a projection from the first entry on.
///
/// @param processorName whose tokens say how far it is
/// @param segments how many it began with, whatever the code says now; none when it is retired
public record Generation(
        String projection, int number, State state, String processorName, int segments) {

    /// A generation goes through them in this order; a rebuild that is cancelled is never live.
    public enum State {
        BUILDING,
        LIVE,
        RETIRED,
        DISCARDED;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String column) {
            return valueOf(column.toUpperCase(Locale.ROOT));
        }
    }
}
