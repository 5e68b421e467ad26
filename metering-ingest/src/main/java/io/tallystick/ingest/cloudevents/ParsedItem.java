package io.tallystick.ingest.cloudevents;

import org.jspecify.annotations.Nullable;

/// What was found at one place of a batch.
public sealed interface ParsedItem {

    record Readable(CloudEvent event) implements ParsedItem {}

    /// @param id null when it could not be read
    record Unreadable(@Nullable String id, ItemError error) implements ParsedItem {}
}
