package io.tallystick.events.reports;

import io.tallystick.events.EventName;
import java.util.List;
import java.util.UUID;

/// Facts about data that left as a file.
public sealed interface ReportEvent {

    /// Somebody took data of a customer away as a file. Each file is one fact, also when the same
    /// was taken twice.
    ///
    /// @param data what kind of data: `self_healed_contacts`
    /// @param columns names of the columns in the order of the file
    /// @param filter what was asked for, as `name=value` joined by `&`; empty for everything
    /// @param format `csv`
    /// @param rows how many rows the file has
    @EventName("reports.DataExported")
    record DataExported(
            UUID partnerId,
            UUID customerId,
            String data,
            List<String> columns,
            String filter,
            String format,
            int rows)
            implements ReportEvent {}
}
