package io.tallystick.ingest;

import io.tallystick.eventstore.usage.UsageRow;

/// An event that may be stored.
record Judged(int index, UsageRow row) {}
