package io.tallystick.ingest.cloudevents;

/// Why one item was rejected.
///
/// @param code for programs
/// @param pointer JSON pointer inside the item; empty for the item itself
/// @param detail for people
public record ItemError(String code, String pointer, String detail) {}
