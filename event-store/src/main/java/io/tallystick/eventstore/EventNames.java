package io.tallystick.eventstore;

import io.tallystick.events.EventName;
import io.tallystick.events.Vocabulary;
import io.tallystick.eventstore.usage.UsageChunk;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;

/// The two-way table between stored names and Java records. It is the allow-list of the log:
/// nothing outside it is written, and nothing outside it is skipped when read.
final class EventNames {

    private final Map<String, Class<?>> classByName = new HashMap<>();
    private final Map<Class<?>, SerializedType> nameByClass = new HashMap<>();

    EventNames() {
        Vocabulary.facts().forEach(this::register);
        register(UsageChunk.class);
        register(AccessChunk.class);
    }

    private void register(Class<?> type) {
        EventName name = type.getAnnotation(EventName.class);
        if (name == null) {
            throw new IllegalStateException(type + " has no @EventName");
        }
        if (classByName.put(name.value(), type) != null) {
            throw new IllegalStateException("two events are called " + name.value());
        }
        nameByClass.put(
                type, new SimpleSerializedType(name.value(), Integer.toString(name.revision())));
    }

    SerializedType nameOf(Class<?> type) {
        SerializedType name = nameByClass.get(type);
        if (name == null) {
            throw new UnknownEventType(type.getName());
        }
        return name;
    }

    /// Upcasters run before this, so a stored revision that differs from the record's is one that
    /// nobody can read.
    Class<?> classOf(SerializedType stored) {
        Class<?> type = classByName.get(stored.getName());
        if (type == null || !nameOf(type).getRevision().equals(stored.getRevision())) {
            throw new UnknownEventType(stored.getName() + " revision " + stored.getRevision());
        }
        return type;
    }
}
