package io.tallystick.command.access.clients;

import java.time.Instant;

/// A client says that it came.
///
/// @param token never becomes part of a fact
public record AcceptClientInvitation(String token, Instant at) {

    @Override
    public String toString() {
        return "AcceptClientInvitation[]";
    }
}
