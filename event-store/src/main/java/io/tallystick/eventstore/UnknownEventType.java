package io.tallystick.eventstore;

import org.axonframework.serialization.SerializationException;

/// The log holds, or is asked to hold, something that this version does not know. A reader stops
/// here: to skip it would make every number after it wrong without a trace.
public final class UnknownEventType extends SerializationException {

    private static final long serialVersionUID = 1L;

    UnknownEventType(String type) {
        super("unknown event type " + type);
    }
}
