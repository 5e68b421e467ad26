package io.tallystick.query.support;

import java.time.Instant;
import java.util.List;

/// A ticket with all that was written in it.
///
/// @param ticket as in a list
/// @param texts what it began with, and what was written below it, the oldest first
/// @param asOf when it was read
/// @param position the log position that it includes
public record Ticket(TicketItem ticket, List<TicketText> texts, Instant asOf, long position) {}
