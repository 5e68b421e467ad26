package io.tallystick.eventstore.usage;

import io.tallystick.eventstore.LogUnavailable;

/// The group's transaction failed, or its commit got no answer. Nobody knows then whether the rows
/// are stored; the same request sent again will find out and change nothing.
public final class AppendFailed extends LogUnavailable {

    private static final long serialVersionUID = 1L;

    AppendFailed(Throwable cause) {
        super("usage rows could not be committed", cause);
    }
}
