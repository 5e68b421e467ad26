package io.tallystick.command.audit;

import io.tallystick.command.Commands;
import io.tallystick.edge.audit.LogReadings;
import io.tallystick.edge.caller.Caller;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// Writes readings of the log into the log.
@Component
final class CommandedLogReadings implements LogReadings {

    private final Commands commands;
    private final Clock clock;

    CommandedLogReadings(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public void note(Caller caller, String requestId, Reading reading) {
        commands.send(
                new RecordLogReading(caller.actorId(), reading, clock.instant()),
                caller,
                requestId);
    }
}
