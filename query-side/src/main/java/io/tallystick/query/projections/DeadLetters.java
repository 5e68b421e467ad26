package io.tallystick.query.projections;

import java.util.List;
import java.util.UUID;

/// Events that could not be counted, the first of them by their place in the log.
///
/// @param total how many there are
public record DeadLetters(int total, List<Item> items) {

    /// @param partnerId whose event it is
    public record Item(
            long position,
            int ordinal,
            UUID partnerId,
            UUID customerId,
            String type,
            String reason) {}
}
