package io.tallystick.ingest;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What became of one event.
enum ItemStatus {
    ACCEPTED,
    DUPLICATE,
    CONFLICT,
    INVALID;

    @JsonValue
    String onTheWire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
