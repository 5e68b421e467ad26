package io.tallystick.eventstore.usage;

/// What became of one usage row.
public sealed interface UsageOutcome {

    /// Stored and durable.
    record Accepted(EventRef ref) implements UsageOutcome {}

    /// The same event with the same content was stored before, there.
    record Duplicate(EventRef ref) implements UsageOutcome {}

    /// The id was used before with other content; nothing was stored.
    record Conflict() implements UsageOutcome {}
}
