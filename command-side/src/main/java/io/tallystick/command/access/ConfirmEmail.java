package io.tallystick.command.access;

import java.time.Instant;

/// Makes an address the one that a member signs in with: whoever has the link reads what is sent
/// there.
///
/// @param token never becomes part of a fact
public record ConfirmEmail(String token, Instant at) {

    @Override
    public String toString() {
        return "ConfirmEmail[" + at + "]";
    }
}
