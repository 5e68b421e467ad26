package io.tallystick.command.reports;

import io.tallystick.command.Commands;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.reports.DataExports;
import org.springframework.stereotype.Component;

/// Writes what is taken away into the log.
@Component
final class CommandedDataExports implements DataExports {

    private final Commands commands;

    CommandedDataExports(Commands commands) {
        this.commands = commands;
    }

    @Override
    public void note(Caller caller, String requestId, Export export) {
        commands.send(new RecordDataExport(export), caller, requestId);
    }
}
