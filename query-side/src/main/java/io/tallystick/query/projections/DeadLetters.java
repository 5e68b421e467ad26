package io.tallystick.query.projections;

import java.util.List;
import java.util.UUID;

/// Events that could not be counted, the first of them by their place in the log.
///
/// @param total how many there are
/// @param items the first 200
public record DeadLetters(int total, List<Item> items) {

    /// An event that could not be counted.
    ///
    /// @param position where the event is in the log
    /// @param ordinal its place among the events of that position
    /// @param partnerId whose event it is
    /// @param customerId whose usage it would be
    /// @param type type of the event
    /// @param reason why it was not counted
    public record Item(
            long position,
            int ordinal,
            UUID partnerId,
            UUID customerId,
            String type,
            String reason) {}
}
