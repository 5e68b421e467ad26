package io.tallystick.eventstore.usage;

/// Where a usage event is in the log: the position of its chunk and its place in it.
public record EventRef(long position, int ordinal) {}
