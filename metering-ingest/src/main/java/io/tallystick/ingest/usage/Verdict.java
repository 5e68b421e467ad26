package io.tallystick.ingest.usage;

import io.tallystick.ingest.cloudevents.ItemError;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What the rules of its type make of an event.
public sealed interface Verdict {

    /// @param measure base units of the type; null when the type has none
    /// @param data what is stored; null when nothing was sent
    record Usage(@Nullable BigDecimal measure, byte @Nullable [] data) implements Verdict {}

    record Invalid(ItemError error) implements Verdict {}
}
