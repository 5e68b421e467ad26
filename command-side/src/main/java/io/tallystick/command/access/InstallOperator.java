package io.tallystick.command.access;

import java.util.UUID;

/// Installs the account with which the operator signs in.
///
/// @param passwordHash never becomes part of a fact
public record InstallOperator(UUID operatorId, String login, String passwordHash) {

    @Override
    public String toString() {
        return "InstallOperator[" + operatorId + ", " + login + "]";
    }
}
