package io.tallystick.projections.usage;

import io.tallystick.eventstore.usage.Hash128;
import io.tallystick.eventstore.usage.UsageRow;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/// Random usage of every kind. The seed says which.
final class SampleUsage {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int SECONDS = 6 * 3600;
    private static final String[] AGENTS = {"\"Mia\"", "\"Leo, \\\"x\\\"\"", "7", "null"};

    private final Random random;
    private final UUID tenantId = new UUID(0, 1);

    SampleUsage(long seed) {
        random = new Random(seed);
    }

    List<UsageRow> rows(int count) {
        return IntStream.range(0, count).mapToObj(this::row).toList();
    }

    /// One mail in each of some quarters of an hour, all of one customer.
    List<UsageRow> emails(int firstNumber, int quarters) {
        return IntStream.range(0, quarters)
                .mapToObj(i ->
                        row(
                                firstNumber + i,
                                "email.sent",
                                BigDecimal.ONE,
                                "{}",
                                new UUID(0, 10),
                                START.plusSeconds(900L * i)))
                .toList();
    }

    /// Ingest lets no such data in.
    static UsageRow brokenCall() {
        return new SampleUsage(0)
                .row(1_000_000, "voice.call.completed", BigDecimal.TEN, "{\"agent\":");
    }

    private UsageRow row(int number) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> row(number, "voice.call.completed", seconds(), call());
            case 2 -> row(number, "sms.sent", BigDecimal.valueOf(1 + random.nextInt(4)), "{}");
            case 3 -> row(number, "email.sent", BigDecimal.valueOf(1 + random.nextInt(9)), "{}");
            case 4 -> row(number, "storage.measured", bytes(), "{}");
            default -> row(number, "storage.changed", bytes().subtract(bytes()), "{}");
        };
    }

    private BigDecimal seconds() {
        return BigDecimal.valueOf(random.nextInt(20_000), random.nextInt(3));
    }

    private BigDecimal bytes() {
        return BigDecimal.valueOf(random.nextInt(1_000_000));
    }

    private String call() {
        String agent = AGENTS[random.nextInt(AGENTS.length)];
        String direction = random.nextBoolean() ? "in" : "out";
        return "{\"x\":{\"agent\":1},\"agent\":" + agent + ",\"direction\":\"" + direction + "\"}";
    }

    private UsageRow row(int number, String type, BigDecimal measure, String data) {
        // Few instants, so that events meet at one time.
        Instant at = START.plusSeconds(60L * random.nextInt(SECONDS / 60));
        return row(number, type, measure, data, new UUID(0, 10 + random.nextInt(3)), at);
    }

    private UsageRow row(
            int number, String type, BigDecimal measure, String data, UUID customerId, Instant at) {
        return new UsageRow(
                tenantId,
                customerId,
                type,
                "event-" + number,
                "source-" + random.nextInt(2),
                at,
                measure,
                data.getBytes(StandardCharsets.UTF_8),
                Hash128.of(Integer.toString(number)));
    }
}
