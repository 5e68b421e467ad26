package io.tallystick.app;

import java.util.List;
import java.util.Map;

/// A batch of one text message, where any event will do.
public final class OneSms {

    private OneSms() {}

    public static List<Object> of(String customer, String source, String id) {
        return List.of(
                Map.of(
                        "specversion",
                        "1.0",
                        "id",
                        id,
                        "source",
                        source,
                        "type",
                        "sms.sent",
                        "subject",
                        customer,
                        "data",
                        Map.of("segments", 1)));
    }
}
