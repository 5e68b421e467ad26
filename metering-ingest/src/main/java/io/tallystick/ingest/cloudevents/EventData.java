package io.tallystick.ingest.cloudevents;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The `data` of an event.
///
/// @param raw the bytes that were sent; null when there was no `data`
/// @param members its direct members; empty when there was no `data` or it was null, and null when
///   it was neither an object nor null
public record EventData(byte @Nullable [] raw, @Nullable Map<String, Field> members) {

    static final EventData NONE = new EventData(null, Map.of());
}
