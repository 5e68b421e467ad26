package io.tallystick.command.reports;

import io.tallystick.edge.reports.DataExports.Export;
import io.tallystick.events.reports.ReportEvent.DataExported;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.springframework.stereotype.Component;

/// Whoever takes the same twice has taken it twice: there is nothing to decide.
@Component
class DataExportCommands {

    private final EventGateway events;

    DataExportCommands(EventGateway events) {
        this.events = events;
    }

    @CommandHandler
    void decide(RecordDataExport command) {
        Export export = command.export();
        events.publish(
                new DataExported(
                        export.partnerId(),
                        export.customerId(),
                        export.data(),
                        export.columns(),
                        export.filter(),
                        export.format(),
                        export.rows()));
    }
}
