package io.tallystick.app.matrix;

import java.util.Map;
import java.util.Set;

/// What a customer used: one event, of a meter that nobody else has usage of, so that its amount is
/// found in every sum that it should not be part of.
enum Usage {
    CALL(
            "calls",
            "voice.call.completed",
            Map.of("callId", "call", "durationSeconds", 60),
            Set.of()),
    MAILS("emails", "email.sent", Map.of("recipients", 918_273), Set.of("918273", "918,273")),
    STORAGE(
            "storage_gb",
            "storage.measured",
            Map.of("bytes", 645_372_000_000_000L),
            Set.of("645372", "645,372"));

    private final String meter;
    private final String type;
    private final Map<String, Object> data;
    private final Set<String> amounts;

    Usage(String meter, String type, Map<String, Object> data, Set<String> amounts) {
        this.meter = meter;
        this.type = type;
        this.data = data;
        this.amounts = amounts;
    }

    String meter() {
        return meter;
    }

    /// As the API and as a page writes it.
    Set<String> amounts() {
        return amounts;
    }

    Map<String, Object> event(String word) {
        return Map.of(
                "specversion",
                "1.0",
                "id",
                word + "-event",
                "source",
                word + "-source",
                "type",
                type,
                "subject",
                word + "-key",
                "data",
                data);
    }
}
