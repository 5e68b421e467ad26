package io.tallystick.command.webhooks;

import io.tallystick.command.webhooks.WebhookType.Told;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// What is sent, as Standard Webhooks recommend it: `type`, `timestamp` and `data`. The same fact
/// gives the same bytes.
final class WebhookBody {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private WebhookBody() {}

    /// @param customer what people call the customer that it is about
    static String of(Told told, String customer, Instant at) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("customerId", told.customerId().toString());
        data.put("customer", customer);
        // In an order of their own.
        told.data().forEach(data::put);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", told.type().key());
        body.put("timestamp", at.truncatedTo(ChronoUnit.MILLIS).toString());
        body.put("data", data);
        return JSON.writeValueAsString(body);
    }
}
