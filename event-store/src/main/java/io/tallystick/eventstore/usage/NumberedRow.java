package io.tallystick.eventstore.usage;

/// A row at its place in the chunk: the order of arrival.
record NumberedRow(int ordinal, KeyedRow keyed) {

    UsageRow row() {
        return keyed.row();
    }
}
