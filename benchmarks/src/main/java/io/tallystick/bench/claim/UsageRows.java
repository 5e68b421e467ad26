package io.tallystick.bench.claim;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tallystick.eventstore.usage.Hasher;
import io.tallystick.eventstore.usage.IngestOrigin;
import io.tallystick.eventstore.usage.UsageRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/// Calls as the parser would hand them over, made before the clock starts.
final class UsageRows {

    static final UUID TENANT = UUID.fromString("01900000-0000-7000-8000-000000000001");

    private static final int CUSTOMERS = 100;
    private static final int SECONDS = 6 * 3_600;
    private static final Instant START = Instant.parse("2026-01-31T00:00:00Z");

    private UsageRows() {}

    static IngestOrigin origin(int events) {
        return new IngestOrigin(
                TENANT, null, "key", "ts_benchmark", "benchmark", "127.0.0.1", events);
    }

    static List<List<UsageRow>> submissions(int rows, int perSubmission) {
        var random = new SplittableRandom(rows);
        List<List<UsageRow>> submissions = new ArrayList<>();
        for (int first = 0; first < rows; first += perSubmission) {
            List<UsageRow> submission = new ArrayList<>(perSubmission);
            for (int i = 0; i < perSubmission; i++) {
                submission.add(row(first + i, random));
            }
            submissions.add(submission);
        }
        return submissions;
    }

    private static UsageRow row(int number, SplittableRandom random) {
        String id = "call-%08x%08x".formatted(random.nextInt(), number);
        byte[] data = data(id, random).getBytes(US_ASCII);
        return new UsageRow(
                TENANT,
                new UUID(0x0190000000007000L, random.nextInt(CUSTOMERS)),
                "voice.call.completed",
                id,
                "/telephony",
                START.plusSeconds(random.nextInt(SECONDS)),
                new BigDecimal(1 + random.nextInt(900)),
                data,
                new Hasher().add(data).hash());
    }

    private static String data(String id, SplittableRandom random) {
        return """
        {"callId":"%s","durationSeconds":%d,"direction":"in","from":"+12125550%03d",\
        "to":"+12125550%03d","agent":"Front desk","answered":true,"outcome":"success"}\
        """
                .formatted(id, 1 + random.nextInt(900), random.nextInt(1000), random.nextInt(1000));
    }
}
