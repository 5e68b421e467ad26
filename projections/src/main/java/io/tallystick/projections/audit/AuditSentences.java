package io.tallystick.projections.audit;

import static io.tallystick.events.audit.LogType.API_CALL;
import static io.tallystick.events.audit.LogType.DATA_CHANGE;
import static io.tallystick.events.audit.LogType.EXPORT;

import io.tallystick.events.audit.AuditEvent;
import io.tallystick.events.audit.AuditEvent.MailResendRequested;
import io.tallystick.events.audit.AuditEvent.ProjectionReplayCancelled;
import io.tallystick.events.audit.AuditEvent.ProjectionReplayRequested;
import io.tallystick.events.audit.AuditEvent.SystemLogExported;
import io.tallystick.events.audit.AuditEvent.SystemLogRead;
import io.tallystick.events.audit.LogType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells of rebuilds, of mails that are sent again, and of who looked into the log.
final class AuditSentences {

    private AuditSentences() {}

    static Story of(AuditEvent event) {
        return switch (event) {
            case ProjectionReplayRequested(var projection, var reason) ->
                    projection(projection)
                            .says(
                                    "A rebuild of the projection %s was asked for: %s"
                                            .formatted(projection, reason));
            case ProjectionReplayCancelled(var projection) ->
                    projection(projection)
                            .says(
                                    "The rebuild of the projection %s was cancelled."
                                            .formatted(projection));
            case MailResendRequested(var mailId, var partnerId, var customerId, var kind) ->
                    Story.about(DATA_CHANGE, partnerId, customerId, "mail", mailId)
                            .called(kind)
                            .says("The mail %s is to be sent again.".formatted(kind));
            case SystemLogRead(var partnerId, var customerId, var filter) ->
                    log(API_CALL, partnerId, customerId)
                            .says("The system log was read%s.".formatted(by(filter)));
            case SystemLogExported(var partnerId, var customerId, var filter, var format) ->
                    log(EXPORT, partnerId, customerId)
                            .says(
                                    "The system log was exported as %s%s."
                                            .formatted(format, by(filter)));
        };
    }

    private static Story projection(String name) {
        return Story.about(DATA_CHANGE, null, null, "projection", name).called(name);
    }

    private static Story log(LogType type, @Nullable UUID partnerId, @Nullable UUID customerId) {
        String id =
                customerId != null
                        ? customerId.toString()
                        : partnerId == null ? "installation" : partnerId.toString();
        return Story.about(type, partnerId, customerId, "system_log", id).called("System log");
    }

    private static String by(String filter) {
        return filter.isEmpty() ? "" : " with the filter " + filter;
    }
}
