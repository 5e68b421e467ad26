package io.tallystick.command.access;

import java.util.UUID;

/// Installs an API key of operator scope.
///
/// @param secret never becomes part of a fact
public record InstallOperatorKey(UUID keyId, String name, String secret) {

    @Override
    public String toString() {
        return "InstallOperatorKey[" + keyId + ", " + name + "]";
    }
}
