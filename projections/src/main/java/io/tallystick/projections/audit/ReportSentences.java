package io.tallystick.projections.audit;

import static io.tallystick.events.audit.LogType.EXPORT;

import io.tallystick.events.reports.ReportEvent;
import io.tallystick.events.reports.ReportEvent.DataExported;

/// Tells of data that left as a file.
final class ReportSentences {

    private ReportSentences() {}

    static Story of(ReportEvent event) {
        return switch (event) {
            case DataExported export -> {
                String name = name(export.data());
                yield Story.about(
                                EXPORT,
                                export.partnerId(),
                                export.customerId(),
                                export.data(),
                                export.customerId())
                        .called(name)
                        .says(
                                "%s were exported as %s: %d rows with the columns %s%s."
                                        .formatted(
                                                name,
                                                export.format(),
                                                export.rows(),
                                                String.join(", ", export.columns()),
                                                by(export.filter())));
            }
        };
    }

    private static String name(String data) {
        return data.equals("self_healed_contacts") ? "Self-healed contacts" : data;
    }

    private static String by(String filter) {
        return filter.isEmpty() ? "" : " and the filter " + filter;
    }
}
