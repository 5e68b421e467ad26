package io.tallystick.command.audit;

import io.tallystick.edge.audit.LogReadings.Reading;
import io.tallystick.events.audit.AuditEvent;
import io.tallystick.events.audit.AuditEvent.SystemLogExported;
import io.tallystick.events.audit.AuditEvent.SystemLogRead;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who turns pages for a minute has read once. The id of the fact is computed from what is the same
/// in that minute, and the log has no id twice: of two nodes that write it at once one is refused,
/// decides again, and finds it.
@Component
class LogReadingCommands {

    private final EventGateway events;
    private final JdbcClient jdbc;

    LogReadingCommands(EventGateway events, JdbcClient jdbc) {
        this.events = events;
        this.jdbc = jdbc;
    }

    @CommandHandler
    void decide(RecordLogReading command) {
        String id = command.factId();
        if (!isKnown(id)) {
            EventMessage<?> said = GenericEventMessage.asEventMessage(fact(command.reading()));
            events.publish(
                    new GenericEventMessage<>(
                            id, said.getPayload(), said.getMetaData(), said.getTimestamp()));
        }
    }

    private boolean isKnown(String id) {
        return jdbc.sql("select exists (select from event_log.entry where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private static AuditEvent fact(Reading reading) {
        String format = reading.format();
        return format == null
                ? new SystemLogRead(reading.partnerId(), reading.customerId(), reading.filter())
                : new SystemLogExported(
                        reading.partnerId(), reading.customerId(), reading.filter(), format);
    }
}
