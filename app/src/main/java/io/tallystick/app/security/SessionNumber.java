package io.tallystick.app.security;

import java.io.Serializable;

/// What a session remembers beside its owner: under which number it began. Who signs out everywhere
/// gets another number, on all nodes at once.
record SessionNumber(int number) implements Serializable {}
