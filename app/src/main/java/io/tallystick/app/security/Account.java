package io.tallystick.app.security;

import io.tallystick.edge.caller.Caller;
import java.util.UUID;

/// Somebody who may sign in.
///
/// @param sessions a session that began under another number has ended
record Account(UUID accountId, String login, String passwordHash, Caller caller, int sessions) {

    @Override
    public String toString() {
        return "Account[" + accountId + "]";
    }
}
