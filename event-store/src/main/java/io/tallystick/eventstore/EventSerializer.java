package io.tallystick.eventstore;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

/// JSON of facts under their stable names. An unknown name throws instead of becoming Axon's
/// `UnknownSerializedType`, which processors would skip in silence.
public final class EventSerializer extends Jackson3Serializer {

    private final EventNames names = new EventNames();

    public EventSerializer() {
        super(Jackson3Serializer.builder());
    }

    @Override
    public SerializedType typeForClass(@SuppressWarnings("rawtypes") @Nullable Class type) {
        return type == null || type == Void.class || MetaData.class.isAssignableFrom(type)
                ? super.typeForClass(type)
                : names.nameOf(type);
    }

    @Override
    protected String resolveClassName(SerializedType stored) {
        return stored.getName().equals(MetaData.class.getName())
                ? stored.getName()
                : names.classOf(stored).getName();
    }
}
