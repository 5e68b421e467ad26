package io.tallystick.query.testing;

import io.tallystick.eventstore.usage.Hash128;
import io.tallystick.eventstore.usage.UsageRow;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// Usage rows of one customer, as ingest would store them.
public record Rows(UUID tenantId, UUID customerId) {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    public UsageRow call(String at, String seconds, String agent) {
        return call(Instant.parse(at), seconds, agent);
    }

    public UsageRow call(Instant at, String seconds, String agent) {
        String data = "{\"agent\":\"" + agent + "\",\"direction\":\"in\"}";
        return row("voice.call.completed", "pbx", at, seconds, data);
    }

    public UsageRow sms(String at, String segments) {
        return row("sms.sent", "sms", Instant.parse(at), segments, "{\"segments\": 1}");
    }

    public UsageRow measured(String source, String at, String bytes) {
        return row("storage.measured", source, Instant.parse(at), bytes, "{}");
    }

    public UsageRow changed(String source, String at, String bytes) {
        return row("storage.changed", source, Instant.parse(at), bytes, "{}");
    }

    public UsageRow row(String type, String source, Instant at, String measure, String data) {
        String id = "event-" + NUMBER.incrementAndGet();
        return new UsageRow(
                tenantId,
                customerId,
                type,
                id,
                source,
                at,
                new BigDecimal(measure),
                data.getBytes(StandardCharsets.UTF_8),
                Hash128.of(id));
    }
}
