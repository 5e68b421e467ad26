package io.tallystick.query.usage;

/// Calendar windows of a time zone.
public enum WindowSize {
    MINUTE,
    HOUR,
    DAY,
    MONTH
}
