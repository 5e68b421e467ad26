package io.tallystick.app.database;

import org.jspecify.annotations.Nullable;

/// Something on this machine must change before Tallystick may start. The message is one plain
/// sentence for the operator; whoever starts Tallystick prints it without a stack trace.
public final class StartRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartRefusedException(String sentence) {
        this(sentence, null);
    }

    public StartRefusedException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
