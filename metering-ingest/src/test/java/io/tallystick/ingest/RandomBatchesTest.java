package io.tallystick.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Batches of good, bad, repeated and old events against a model that is nothing but a map. The
/// seed is printed; `-Dtallystick.test.seed` plays a run again.
final class RandomBatchesTest {

    private static final int BATCHES = 150;
    private static final int IDS = 60;
    private static final String[] SUBJECTS = {"acme", "globex", "nobody"};
    private static final String[] SPOILT = {
        "\"5\"",
        "-1",
        "NaN",
        "1e308",
        "1e999999999",
        "null",
        "[]",
        "\"\\u0000\"",
        "{\"a\":1,\"a\":1}",
        "[".repeat(40) + "]".repeat(40),
        "\"\\ud800\""
    };

    private final long seed = Long.getLong("tallystick.test.seed", new Random().nextLong());
    private final Random random = new Random(seed);
    private final Map<String, String> contents = new HashMap<>();
    private Instant now = IngestApi.START;

    /// What is sent, and what the model says about it.
    private record Sent(
            String json,
            @Nullable String key,
            String content,
            boolean valid,
            @Nullable Instant time) {}

    @Test
    void every_item_gets_the_status_that_the_model_gives_it() {
        System.out.println("-Dtallystick.test.seed=" + seed);
        try (IngestApi api = IngestApi.running()) {
            for (int batch = 0; batch < BATCHES; batch++) {
                List<Sent> sent = new ArrayList<>();
                for (int i = random.nextInt(12); i > 0; i--) {
                    sent.add(item());
                }
                String body = String.join(" , ", sent.stream().map(Sent::json).toList());
                Answer answer =
                        api.send(
                                "application/json",
                                ("[" + body + "]").getBytes(StandardCharsets.UTF_8));
                List<String> expected = judge(sent);
                assertThat(answer.statuses())
                        .as("batch %d of seed %d", batch, seed)
                        .isEqualTo(expected);
                assertThat(answer.status())
                        .as("batch %d of seed %d", batch, seed)
                        .isEqualTo(status(expected));
                assertThat(api.storedRows()).isEqualTo(contents.size());
                Duration pause = Duration.ofHours(random.nextInt(100));
                api.clock.advance(pause);
                now = now.plus(pause);
            }
        }
    }

    private Sent item() {
        if (random.nextInt(20) == 0) {
            return new Sent("[5,{}]", null, "", false, null);
        }
        String subject = SUBJECTS[random.nextInt(20) == 0 ? 2 : random.nextInt(2)];
        String id = "id-" + random.nextInt(IDS);
        boolean spoilt = random.nextInt(6) == 0;
        String seconds =
                spoilt ? SPOILT[random.nextInt(SPOILT.length)] : "" + (1 + random.nextInt(2));
        Instant time = random.nextBoolean() ? null : time();
        String content = subject + seconds + time;
        return new Sent(
                json(subject, id, seconds, time),
                subject + "/" + id,
                content,
                !spoilt && !subject.equals("nobody"),
                time);
    }

    /// Few times, so that some come again, and some when they are too old.
    private Instant time() {
        Instant day = IngestApi.START.plus(Duration.ofDays(random.nextInt(4) * 20L));
        return day.plusSeconds(random.nextInt(2));
    }

    private String json(String subject, String id, String seconds, @Nullable Instant time) {
        List<String> members = new ArrayList<>();
        members.add("\"specversion\":\"1.0\"");
        members.add("\"id\":\"" + id + "\"");
        members.add("\"source\" : \"random\"");
        members.add("\"type\":\"voice.call.completed\"");
        members.add("\"subject\":\"" + subject + "\"");
        members.add(
                random.nextBoolean()
                        ? "\"data\":{\"callId\":\"c\",\"durationSeconds\":" + seconds + "}"
                        : "\"data\":{ \"durationSeconds\" : "
                                + seconds
                                + ", \"\\u0063allId\":\"c\"}");
        if (time != null) {
            members.add("\"time\":\"" + time + "\"");
        }
        if (random.nextInt(5) == 0) {
            members.add("\"ext" + random.nextInt(9) + "\":" + random.nextInt());
        }
        java.util.Collections.shuffle(members, random);
        return "{" + String.join(",", members) + "}";
    }

    /// What is out of time is looked up before anything of the batch is stored.
    private List<String> judge(List<Sent> batch) {
        Map<String, String> before = Map.copyOf(contents);
        List<String> statuses = new ArrayList<>();
        for (Sent sent : batch) {
            statuses.add(judge(sent, isOpen(sent.time()) ? contents : before));
        }
        return statuses;
    }

    private String judge(Sent sent, Map<String, String> known) {
        if (sent.key() == null || !sent.valid()) {
            return "invalid";
        }
        String there = known.get(sent.key());
        if (there != null) {
            return there.equals(sent.content()) ? "duplicate" : "conflict";
        }
        if (!isOpen(sent.time())) {
            return "invalid";
        }
        contents.put(sent.key(), sent.content());
        return "accepted";
    }

    private boolean isOpen(@Nullable Instant time) {
        return time == null
                || (!time.isAfter(now.plusSeconds(300))
                        && !time.isBefore(now.minus(Duration.ofDays(35))));
    }

    private static int status(List<String> statuses) {
        if (statuses.stream()
                .allMatch(status -> status.equals("accepted") || status.equals("duplicate"))) {
            return 200;
        }
        if (statuses.stream().allMatch("invalid"::equals)) {
            return 400;
        }
        return statuses.stream().allMatch("conflict"::equals) ? 409 : 207;
    }
}
