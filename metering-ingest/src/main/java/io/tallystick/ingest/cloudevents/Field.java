package io.tallystick.ingest.cloudevents;

/// A direct member of `data`, as far as the rules of an event type look at it.
public sealed interface Field {

    record Text(String value) implements Field {}

    /// @param asWritten the characters of the number; how large it is has not been looked at
    record Number(String asWritten) implements Field {}

    record Bool(boolean value) implements Field {}

    record Null() implements Field {}

    /// An object or an array.
    record Nested() implements Field {}
}
