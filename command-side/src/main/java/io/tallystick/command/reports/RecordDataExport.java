package io.tallystick.command.reports;

import io.tallystick.edge.reports.DataExports.Export;

/// Somebody takes data away.
record RecordDataExport(Export export) {}
