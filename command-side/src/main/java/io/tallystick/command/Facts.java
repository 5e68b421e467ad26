package io.tallystick.command;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.springframework.stereotype.Component;

/// Publishes facts of what is no aggregate. A fact belongs to the tenant that it is about, not to
/// the one in which an operator acted.
@Component
public final class Facts {

    private final EventGateway events;

    Facts(EventGateway events) {
        this.events = events;
    }

    /// @return its time, as the log keeps it
    public Instant publish(Object fact, UUID tenantId) {
        EventMessage<?> message =
                GenericEventMessage.asEventMessage(fact)
                        .andMetaData(Map.of("tenantId", tenantId.toString()));
        events.publish(message);
        return message.getTimestamp().truncatedTo(MILLIS);
    }
}
