package io.tallystick.ingest.usage;

import io.tallystick.ingest.cloudevents.ItemError;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the rules of its type make of an event.
public sealed interface Verdict {

    /// @param measure base units of the type; null when the type has none
    /// @param data what is stored; null when nothing was sent
    /// @param numbers telephone numbers in the data that are still to be read
    record Usage(@Nullable BigDecimal measure, byte @Nullable [] data, List<SentNumber> numbers)
            implements Verdict {}

    record Invalid(ItemError error) implements Verdict {}
}
