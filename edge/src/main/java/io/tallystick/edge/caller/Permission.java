package io.tallystick.edge.caller;

/// What a key may do. None implies another, but for `ADMIN`, which implies all.
public enum Permission {
    READ,
    WRITE,
    DELETE,
    ADMIN
}
