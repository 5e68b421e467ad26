package io.tallystick.eventstore.usage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Usage rows for tests, equal but for what a test names.
final class Usage {

    static final UUID TENANT = UUID.fromString("01900000-0000-7000-8000-000000000001");
    static final UUID CUSTOMER = UUID.fromString("01900000-0000-7000-8000-0000000000c1");
    static final Instant AT = Instant.parse("2026-03-29T01:30:00.123456Z");

    private Usage() {}

    static UsageRow row(String id) {
        return row(TENANT, CUSTOMER, id, "{\"durationSeconds\":42}");
    }

    static UsageRow row(UUID tenant, UUID customer, String id, String data) {
        return new UsageRow(
                tenant,
                customer,
                "voice.call",
                id,
                "pbx-1",
                AT,
                new BigDecimal("42"),
                data.getBytes(UTF_8),
                Hash128.of(data));
    }

    static UsageRow at(Instant occurredAt) {
        UsageRow row = row(occurredAt.toString());
        return new UsageRow(
                row.tenantId(),
                row.customerId(),
                row.type(),
                row.id(),
                row.source(),
                occurredAt,
                row.measure(),
                row.data(),
                row.contentHash());
    }

    static List<UsageRow> rows(String... ids) {
        return Stream.of(ids).map(Usage::row).toList();
    }

    static IngestOrigin origin(String requestId, int events) {
        return new IngestOrigin(TENANT, null, "key", "ts_abc", requestId, "192.0.2.1", events);
    }
}
