package io.tallystick.eventstore;

import io.tallystick.events.access.AccessEvent.LoginSucceeded;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;

/// Facts for tests in which only their number and order matter.
final class Facts {

    private Facts() {}

    static EventMessage<?> fact(String login) {
        return GenericEventMessage.asEventMessage(new LoginSucceeded(new UUID(0, 1), login));
    }

    static List<EventMessage<?>> facts(int count) {
        return IntStream.range(0, count).<EventMessage<?>>mapToObj(n -> fact("fact " + n)).toList();
    }

    static DomainEventMessage<?> ofStream(String stream, long sequence) {
        return new GenericDomainEventMessage<>(
                "Operator", stream, sequence, new LoginSucceeded(new UUID(0, 1), stream));
    }
}
