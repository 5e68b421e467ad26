package io.tallystick.eventstore;

import io.tallystick.events.EventName;

/// The one message that stands for all access records of one commit. Like that of a usage chunk it
/// carries a reference only, and is never stored: the entry's columns say all of it.
///
/// @param lines how many there are to read
@EventName("access.Chunk")
public record AccessChunk(long position, int lines) {}
