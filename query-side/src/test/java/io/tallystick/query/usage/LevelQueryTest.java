package io.tallystick.query.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.eventstore.usage.UsageRow;
import io.tallystick.query.testing.Rows;
import io.tallystick.query.testing.TestApi;
import io.tallystick.query.testing.TestApi.Answer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LevelQueryTest {

    private static final TestApi API = new TestApi();
    private static final String STORAGE = "/api/v1/meters/storage_gb/query";
    private static final String GB = "000000000";

    private final UUID tenant = API.partner("partner-" + UUID.randomUUID());
    private final Customer acme = API.customer(tenant, "acme", "UTC");
    private final Customer bolt = API.customer(tenant, "bolt", "UTC");
    private final Rows ofAcme = new Rows(tenant, acme.customerId());
    private final Rows ofBolt = new Rows(tenant, bolt.customerId());

    @BeforeEach
    void isAPartner() {
        API.asPartner(tenant, Permission.READ);
        API.setNow("2026-06-05T12:00:00Z");
    }

    @AfterAll
    static void stop() {
        API.close();
    }

    @Test
    void a_day_shows_the_level_at_its_end_and_a_day_without_events_carries_it_over() {
        API.usage(
                ofAcme.measured("disk", "2026-06-01T10:00:00Z", "5" + GB),
                ofAcme.changed("disk", "2026-06-01T11:00:00Z", "2" + GB),
                ofAcme.changed("disk", "2026-06-03T11:00:00Z", "-3" + GB));

        assertThat(daily("2026-05-31T00:00:00Z", "2026-06-05T00:00:00Z"))
                .containsExactly("06-01 7", "06-02 7", "06-03 4", "06-04 4");
    }

    @Test
    void a_measurement_replaces_what_was_before_it_also_when_it_arrives_late() {
        API.usage(
                ofAcme.changed("disk", "2026-06-03T10:00:00Z", "1" + GB),
                ofAcme.changed("disk", "2026-06-01T10:00:00Z", "9" + GB));
        API.usage(ofAcme.measured("disk", "2026-06-02T10:00:00Z", "4" + GB));

        assertThat(daily("2026-06-01T00:00:00Z", "2026-06-04T00:00:00Z"))
                .containsExactly("06-01 9", "06-02 4", "06-03 5");
    }

    @Test
    void of_two_events_at_one_time_the_later_in_the_log_is_later() {
        String at = "2026-06-01T10:00:00Z";
        API.usage(ofAcme.measured("disk", at, "4" + GB), ofAcme.measured("disk", at, "6" + GB));
        API.usage(ofAcme.changed("disk", at, "1" + GB));

        assertThat(daily("2026-06-01T00:00:00Z", "2026-06-02T00:00:00Z"))
                .containsExactly("06-01 7");
    }

    @Test
    void below_zero_counts_as_zero_and_is_not_forgotten() {
        API.usage(
                ofAcme.changed("disk", "2026-06-01T10:00:00Z", "-3" + GB),
                ofAcme.changed("disk", "2026-06-02T10:00:00Z", "5" + GB),
                ofAcme.measured("other", "2026-06-01T09:00:00Z", "1" + GB));

        assertThat(daily("2026-06-01T00:00:00Z", "2026-06-03T00:00:00Z"))
                .containsExactly("06-01 1", "06-02 3");
    }

    @Test
    void sources_and_customers_add_up() {
        API.usage(
                ofAcme.measured("disk", "2026-06-01T10:00:00Z", "1" + GB),
                ofAcme.measured("mail", "2026-06-01T10:00:00Z", "2" + GB),
                ofBolt.measured("disk", "2026-06-02T10:00:00Z", "4" + GB));

        assertThat(daily("2026-06-01T00:00:00Z", "2026-06-03T00:00:00Z"))
                .containsExactly("06-01 3", "06-02 7");
        assertThat(daily("2026-06-01T00:00:00Z", "2026-06-03T00:00:00Z", "subject", "bolt"))
                .containsExactly("06-02 4");
    }

    @Test
    void a_level_from_before_the_range_is_there_when_it_begins() {
        API.usage(ofAcme.measured("disk", "2026-01-01T10:00:00Z", "3" + GB));

        assertThat(daily("2026-06-01T00:00:00Z", "2026-06-03T00:00:00Z"))
                .containsExactly("06-01 3", "06-02 3");
    }

    @Test
    void days_that_have_not_begun_have_no_level() {
        API.usage(ofAcme.measured("disk", "2026-06-04T10:00:00Z", "3" + GB));

        assertThat(daily("2026-06-01T00:00:00Z", "2026-07-01T00:00:00Z"))
                .containsExactly("06-04 3", "06-05 3");
    }

    @Test
    void a_range_that_ends_within_a_day_shows_the_level_at_its_end() {
        API.usage(
                ofAcme.measured("disk", "2026-06-01T10:00:00Z", "3" + GB),
                ofAcme.measured("disk", "2026-06-01T20:00:00Z", "8" + GB));

        assertThat(daily("2026-06-01T00:00:00Z", "2026-06-01T15:00:00Z"))
                .containsExactly("06-01 3");
    }

    @Test
    void what_a_clock_that_is_a_little_ahead_reports_counts_at_once() {
        API.usage(ofAcme.measured("disk", "2026-06-05T12:00:30Z", "3" + GB));

        assertThat(API.get(STORAGE).text()).contains("\"value\":3,");
    }

    @Test
    void minutes_show_levels_too() {
        API.usage(
                ofAcme.measured("disk", "2026-06-05T11:00:30Z", "3" + GB),
                ofAcme.changed("disk", "2026-06-05T11:02:00Z", "1" + GB));

        Answer answer =
                API.get(
                        STORAGE,
                        "subject",
                        "acme",
                        "windowSize",
                        "MINUTE",
                        "from",
                        "2026-06-05T11:00:00Z",
                        "to",
                        "2026-06-05T11:04:00Z");

        assertThat(answer.json().path("data").valueStream().map(w -> w.path("value").asInt()))
                .containsExactly(3, 3, 4, 4);
    }

    @Test
    void one_byte_is_written_without_an_exponent() {
        API.usage(ofAcme.measured("disk", "2026-06-05T11:00:30Z", "1"));

        assertThat(API.get(STORAGE).text()).contains("\"value\":0.000000001,");
    }

    @Test
    void a_level_has_no_groups() {
        assertThat(API.get(STORAGE, "groupBy", "agent").problem())
                .isEqualTo("400 invalid_request groupBy");
    }

    @Test
    void random_steps_in_any_order_of_arrival_come_to_independent_levels() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        List<UsageRow> steps = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Instant at =
                    Instant.parse("2026-06-01T00:00:00Z")
                            .plusSeconds(60L * random.nextInt(4 * 24 * 60))
                            .plusMillis(i);
            String source = "source-" + random.nextInt(3);
            String bytes = Integer.toString(random.nextInt(1_000));
            steps.add(
                    random.nextInt(4) == 0
                            ? ofAcme.measured(source, at.toString(), bytes)
                            : ofAcme.changed(
                                    source,
                                    at.toString(),
                                    random.nextBoolean() ? bytes : "-" + bytes));
        }
        Collections.shuffle(steps, random);
        API.usage(steps.subList(0, 90));
        API.usage(steps.subList(90, steps.size()));

        Instant end = Instant.parse("2026-06-04T00:00:00Z");
        Answer answer = API.get(STORAGE, "from", "2026-06-01T00:00:00Z", "to", end.toString());

        BigDecimal expected = BigDecimal.valueOf(levelAt(steps, end), 9);
        assertThat(answer.json().path("data").path(0).path("value").decimalValue())
                .as("seed %d", seed)
                .isEqualByComparingTo(expected);
    }

    private static long levelAt(List<UsageRow> steps, Instant end) {
        long total = 0;
        for (String source : List.of("source-0", "source-1", "source-2")) {
            long level = 0;
            List<UsageRow> inOrder =
                    steps.stream()
                            .filter(step -> step.source().equals(source))
                            .filter(step -> step.occurredAt().isBefore(end))
                            .sorted(Comparator.comparing(UsageRow::occurredAt))
                            .toList();
            for (UsageRow step : inOrder) {
                long bytes = new BigDecimal(String.valueOf(step.measure())).longValueExact();
                level = step.type().equals("storage.measured") ? bytes : level + bytes;
            }
            total += Math.max(0, level);
        }
        return total;
    }

    private static List<String> daily(String from, String to, String... more) {
        List<String> pairs = new ArrayList<>(List.of("from", from, "to", to, "windowSize", "DAY"));
        pairs.addAll(List.of(more));
        Answer answer = API.get(STORAGE, pairs.toArray(String[]::new));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json()
                .path("data")
                .valueStream()
                .map(window ->
                        window.path("windowStart").asString().substring(5, 10)
                                + " "
                                + window.path("value").decimalValue().toPlainString())
                .toList();
    }
}
