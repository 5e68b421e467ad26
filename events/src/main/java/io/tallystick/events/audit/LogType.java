package io.tallystick.events.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What kind of thing an entry of the system log tells.
public enum LogType {
    /// Somebody came in, or was put out.
    LOGIN,

    /// Something is other than it was.
    DATA_CHANGE,

    /// Something was asked, and nothing changed by it.
    API_CALL,

    /// Another system was let in, or shut out.
    INTEGRATION,

    /// Data left as a file.
    EXPORT;

    /// As clients and rows write it.
    public String lower() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @return empty for what is no type, in whatever other case it is written
    public static Optional<LogType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.lower().equals(name)).findFirst();
    }
}
