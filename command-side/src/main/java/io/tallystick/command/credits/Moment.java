package io.tallystick.command.credits;

import java.time.Instant;

/// Where the ledger is in the log.
///
/// @param position of an entry
/// @param at when it was recorded, by the clock of the database: lots pay by this time
record Moment(long position, Instant at) {}
