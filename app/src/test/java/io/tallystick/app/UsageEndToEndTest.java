package io.tallystick.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.format.ContentType;
import io.cloudevents.core.provider.EventFormatProvider;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// From the CloudEvents SDK over HTTP into the log and out as a number that independent arithmetic
/// confirms.
class UsageEndToEndTest extends RunningApplication {

    private static final Instant FROM = Instant.parse("2026-10-30T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-03T12:00:00Z");
    private static final long SEED = 20261101;

    private record Call(String id, Instant end, int seconds) {

        /// 30/30 by hand: no code of the product.
        BigDecimal minutes() {
            int billed = Math.max(30, (seconds + 29) / 30 * 30);
            return new BigDecimal(billed).divide(new BigDecimal(60));
        }
    }

    @Test
    @Tag("postgres15")
    void sums_of_days_are_right_in_every_zone_also_on_the_day_that_has_25_hours() {
        String customer = customer("zones");
        List<Call> calls = calls();
        long position = send(customer, calls);

        for (String zone : List.of("UTC", "America/New_York", "Asia/Kathmandu")) {
            JsonNode answer =
                    api().getAfter(
                                    position,
                                    "/api/v1/meters/voice_minutes/query?subject="
                                            + customer
                                            + "&from="
                                            + FROM
                                            + "&to="
                                            + TO
                                            + "&windowSize=DAY&windowTimeZone="
                                            + zone)
                            .expect(200)
                            .json();

            assertThat(answered(answer)).as(zone).isEqualTo(expected(calls, ZoneId.of(zone)));
        }
    }

    @Test
    void usage_of_a_customer_is_the_sum_of_its_calls_and_says_what_it_includes() {
        String customer = customer("usage");
        List<Call> calls =
                calls().stream()
                        .filter(call -> !call.end().isBefore(Instant.parse("2026-11-01T00:00:00Z")))
                        .toList();
        long position = send(customer, calls);

        JsonNode usage =
                api().getAfter(position, "/api/v1/customers/" + customer + "/usage")
                        .expect(200)
                        .json();

        assertThat(usage.get("position").asLong()).isGreaterThanOrEqualTo(position);
        assertThat(usage.get("timeZone").asString()).isEqualTo("UTC");
        assertThat(Instant.parse(usage.get("from").asString()))
                .isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
        assertThat(quantity(usage, "voice_minutes")).isEqualByComparingTo(sum(calls));
        assertThat(quantity(usage, "calls")).isEqualByComparingTo(BigDecimal.valueOf(calls.size()));
        assertThat(usage.get("qualifiedCalls").get("qualified").asLong())
                .isEqualTo(calls.stream().filter(call -> call.seconds() >= 60).count());
    }

    @Test
    void what_was_acknowledged_is_on_the_dashboard_within_a_blink() {
        String customer = customer("fresh");
        api().getAfter(send(customer, calls()), "/api/v1/customers/" + customer + "/usage")
                .expect(200);
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            long position = send(customer, List.of(new Call("fresh-" + i, TO, 60)));
            long start = System.nanoTime();
            api().getAfter(position, "/api/v1/customers/" + customer + "/usage").expect(200);
            waits.add(Duration.ofNanos(System.nanoTime() - start));
        }
        waits.sort(null);

        // A reader that polled twice a second would need half of that in the median.
        assertThat(waits.get(waits.size() / 2)).isLessThan(Duration.ofMillis(200));
    }

    @Test
    void an_event_can_be_read_back_with_its_raw_data() {
        String customer = customer("raw");
        long position = send(customer, List.of(new Call("raw-1", TO, 80)));

        JsonNode item =
                api().get("/api/v1/events?subject=" + customer)
                        .expect(200)
                        .json()
                        .get("items")
                        .get(0);
        JsonNode one =
                api().get("/api/v1/events/" + position + "/" + item.get("ordinal").asInt())
                        .expect(200)
                        .json();

        assertThat(one.get("id").asString()).isEqualTo("raw-1");
        assertThat(one.get("data").get("durationSeconds").asInt()).isEqualTo(80);
        assertThat(new BigDecimal(one.get("measure").asString())).isEqualByComparingTo("80");
        api().inPartner(partner("raw-other"))
                .get("/api/v1/events/" + position + "/" + item.get("ordinal").asInt())
                .expectProblem(404, "event_not_found");
    }

    @Test
    void a_position_far_ahead_is_waited_for_and_then_refused() {
        String customer = customer("patience");

        var answer = api().getAfter(Long.MAX_VALUE, "/api/v1/customers/" + customer + "/usage");

        answer.expectProblem(503, "projection_behind");
        assertThat(answer.raw().headers().firstValue("Retry-After")).isPresent();
    }

    private String customer(String name) {
        String key = name + "-" + System.nanoTime();
        api().post("/api/v1/customers", Map.of("key", key, "name", name)).expect(201);
        return key;
    }

    private String partner(String name) {
        String key = name + "-" + System.nanoTime();
        api().post("/api/v1/partners", Map.of("key", key, "name", name)).expect(201);
        return key;
    }

    /// Calls at odd instants, many of them around midnights of the three zones.
    private static List<Call> calls() {
        var random = new Random(SEED);
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            long second = random.nextLong(FROM.getEpochSecond(), TO.getEpochSecond());
            calls.add(new Call("call-" + i, Instant.ofEpochSecond(second), random.nextInt(400)));
        }
        for (Instant midnight :
                List.of(
                        Instant.parse("2026-11-01T04:00:00Z"),
                        Instant.parse("2026-11-02T05:00:00Z"),
                        Instant.parse("2026-10-31T18:15:00Z"))) {
            calls.add(new Call("before-" + midnight, midnight.minusMillis(1), 31));
            calls.add(new Call("at-" + midnight, midnight, 61));
        }
        return calls;
    }

    private long send(String customer, List<Call> calls) {
        long position = 0;
        for (int i = 0; i < calls.size(); i += 500) {
            List<CloudEvent> batch =
                    calls.subList(i, Math.min(i + 500, calls.size())).stream()
                            .map(call -> event(customer, call))
                            .toList();
            position = post(batch).position();
        }
        return position;
    }

    private Api.Answer post(List<CloudEvent> batch) {
        var format =
                requireNonNull(EventFormatProvider.getInstance().resolveFormat(ContentType.JSON));
        String body =
                batch.stream()
                        .map(event -> new String(format.serialize(event), StandardCharsets.UTF_8))
                        .collect(Collectors.joining(",", "[", "]"));
        return api().send(
                        "POST",
                        "/api/v1/events",
                        "application/cloudevents-batch+json",
                        body.getBytes(StandardCharsets.UTF_8))
                .expect(200);
    }

    private static CloudEvent event(String customer, Call call) {
        String data =
                "{\"callId\":\""
                        + call.id()
                        + "\",\"durationSeconds\":"
                        + call.seconds()
                        + ",\"direction\":\"in\"}";
        return CloudEventBuilder.v1()
                .withId(call.id())
                .withSource(URI.create("/telephony"))
                .withType("voice.call.completed")
                .withSubject(customer)
                .withTime(call.end().atOffset(ZoneOffset.UTC))
                .withData("application/json", data.getBytes(StandardCharsets.UTF_8))
                .build();
    }

    private static Map<LocalDate, BigDecimal> expected(List<Call> calls, ZoneId zone) {
        Map<LocalDate, BigDecimal> days = new TreeMap<>();
        for (Call call : calls) {
            if (!call.end().isBefore(FROM) && call.end().isBefore(TO)) {
                days.merge(call.end().atZone(zone).toLocalDate(), call.minutes(), BigDecimal::add);
            }
        }
        days.replaceAll((day, sum) -> sum.stripTrailingZeros());
        return days;
    }

    private static Map<LocalDate, BigDecimal> answered(JsonNode answer) {
        ZoneId zone = ZoneId.of("UTC");
        Map<LocalDate, BigDecimal> days = new TreeMap<>();
        for (JsonNode window : answer.get("data")) {
            Instant start = Instant.parse(window.get("windowStart").asString());
            Instant end = Instant.parse(window.get("windowEnd").asString());
            // The middle of a window is in its day in every zone that is at most a few hours off.
            Instant middle = start.plus(Duration.between(start, end).dividedBy(2));
            days.put(
                    middle.atZone(zone).toLocalDate(),
                    window.get("value").decimalValue().stripTrailingZeros());
        }
        return days;
    }

    private static BigDecimal sum(List<Call> calls) {
        return calls.stream().map(Call::minutes).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal quantity(JsonNode usage, String meter) {
        for (JsonNode row : usage.get("meters")) {
            if (row.get("meter").asString().equals(meter)) {
                return new BigDecimal(row.get("quantity").asString());
            }
        }
        throw new AssertionError(meter + " is not in " + usage);
    }
}
