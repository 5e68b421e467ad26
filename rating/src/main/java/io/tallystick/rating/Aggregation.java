package io.tallystick.rating;

/// How a meter makes one number of many events.
public enum Aggregation {
    /// Sum of the billed base units.
    SUM,
    /// Number of events.
    COUNT,
    /// The level at the end of the period: the sum over sources of the last measurement and the
    /// changes since.
    LATEST
}
