package io.tallystick.query.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.eventstore.usage.UsageRow;
import io.tallystick.query.testing.Rows;
import io.tallystick.query.testing.TestApi;
import io.tallystick.query.testing.TestApi.Answer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

class MeterQueryTest {

    private static final TestApi API = new TestApi();
    private static final String VOICE = "/api/v1/meters/voice_minutes/query";
    private static final String CALLS = "/api/v1/meters/calls/query";

    /// A tenant per test: none may see what another left behind.
    private final UUID tenant = API.partner("partner-" + UUID.randomUUID());

    private final Customer acme = API.customer(tenant, "acme", "America/New_York");
    private final Customer bolt = API.customer(tenant, "bolt", "UTC");
    private final Rows ofAcme = new Rows(tenant, acme.customerId());
    private final Rows ofBolt = new Rows(tenant, bolt.customerId());

    @BeforeEach
    void isAPartner() {
        API.asPartner(tenant, Permission.READ);
        API.setNow("2026-06-15T12:00:00Z");
    }

    @AfterAll
    static void stop() {
        API.close();
    }

    @ParameterizedTest
    @CsvSource({
        "UTC, 2026-03-07, 2026-03-10",
        "America/New_York, 2026-03-07, 2026-03-10",
        "America/New_York, 2026-10-31, 2026-11-03",
        "Asia/Kathmandu, 2026-03-07, 2026-03-10",
        "Australia/Lord_Howe, 2026-04-04, 2026-04-07"
    })
    void daily_minutes_are_those_of_the_zones_days(String zoneName, LocalDate from, LocalDate to) {
        ZoneId zone = ZoneId.of(zoneName);
        long seed = System.nanoTime();
        Instant start = from.atStartOfDay(zone).toInstant();
        Instant end = to.atStartOfDay(zone).toInstant();
        List<UsageRow> calls =
                randomCalls(seed, start.minusSeconds(90_000), end.plusSeconds(90_000));
        API.usage(calls);

        Answer answer =
                API.get(
                        VOICE,
                        "from",
                        start.toString(),
                        "to",
                        end.toString(),
                        "windowSize",
                        "DAY",
                        "windowTimeZone",
                        zoneName);

        Map<String, BigDecimal> expected =
                minutesBy(
                        calls,
                        call -> inRange(call, start, end),
                        call -> dayOf(call, zone).atStartOfDay(zone).toInstant().toString());
        assertThat(values(answer)).as("seed %d", seed).isEqualTo(expected);
    }

    @Test
    void windows_of_all_sizes_add_up_to_the_range() {
        long seed = System.nanoTime();
        Instant start = Instant.parse("2026-02-20T00:00:00Z");
        Instant end = Instant.parse("2026-03-20T00:00:00Z");
        List<UsageRow> calls = randomCalls(seed, start, end);
        API.usage(calls);
        BigDecimal total = minutesBy(calls, call -> true, call -> "all").values().iterator().next();

        for (String size : List.of("HOUR", "DAY", "MONTH")) {
            Answer answer =
                    API.get(
                            VOICE,
                            "from",
                            start.toString(),
                            "to",
                            end.toString(),
                            "windowSize",
                            size,
                            "windowTimeZone",
                            "Asia/Kathmandu");
            assertThat(sum(answer)).as("%s seed %d", size, seed).isEqualByComparingTo(total);
        }
        assertThat(sum(API.get(VOICE))).as("seed %d", seed).isEqualByComparingTo(total);
    }

    @Test
    void a_range_is_snapped_outward_to_quarters_and_the_answer_says_so() {
        API.usage(
                ofAcme.call("2026-06-01T10:01:00Z", "30", "Mia"),
                ofAcme.call("2026-06-01T10:29:00Z", "30", "Mia"),
                ofAcme.call("2026-06-01T10:30:00Z", "30", "Mia"));

        Answer answer =
                API.get(VOICE, "from", "2026-06-01T10:14:59Z", "to", "2026-06-01T10:16:00Z");

        assertThat(answer.json().path("from").asString()).isEqualTo("2026-06-01T10:00:00Z");
        assertThat(answer.json().path("to").asString()).isEqualTo("2026-06-01T10:30:00Z");
        assertThat(answer.json().path("data").path(0).path("value").decimalValue())
                .isEqualByComparingTo("1");
    }

    @Test
    void each_call_is_rounded_by_itself_and_values_are_json_numbers() {
        API.usage(
                ofAcme.call("2026-06-01T10:00:00Z", "25", "Mia"),
                ofAcme.call("2026-06-01T10:00:01Z", "55", "Mia"),
                ofAcme.call("2026-06-01T10:00:02Z", "80", "Mia"));

        assertThat(API.get(VOICE).text()).contains("\"value\":3,");
        assertThat(API.get(CALLS).text()).contains("\"value\":3,");
    }

    @Test
    void values_are_split_by_groups_and_a_missing_one_is_null() {
        API.usage(
                ofAcme.call("2026-06-01T10:00:00Z", "30", "Mia"),
                ofAcme.call("2026-06-01T10:00:01Z", "60", "Leo"),
                ofAcme.row(
                        "voice.call.completed",
                        "pbx",
                        Instant.parse("2026-06-01T10:00:02Z"),
                        "90",
                        "{}"));

        Answer answer = API.get(VOICE, "groupBy", "agent");

        Map<String, BigDecimal> byAgent = new TreeMap<>();
        answer.json()
                .path("data")
                .forEach(window ->
                        byAgent.put(
                                window.path("groupBy").path("agent").toString(),
                                window.path("value").decimalValue()));
        assertThat(byAgent)
                .isEqualTo(
                        Map.of(
                                "\"Mia\"",
                                new BigDecimal("0.5"),
                                "\"Leo\"",
                                new BigDecimal("1"),
                                "null",
                                new BigDecimal("1.5")));
    }

    @Test
    void a_filter_keeps_only_its_values() {
        API.usage(
                ofAcme.call("2026-06-01T10:00:00Z", "30", "Mia"),
                ofAcme.call("2026-06-01T10:00:01Z", "60", "Leo"),
                ofAcme.call("2026-06-01T10:00:02Z", "90", "Zoe"));

        assertThat(sum(API.get(VOICE, "filterGroupBy[agent]", "Leo"))).isEqualByComparingTo("1");
        assertThat(
                        sum(
                                API.get(
                                        VOICE,
                                        "filterGroupBy[agent]",
                                        "Leo",
                                        "filterGroupBy[agent]",
                                        "Mia")))
                .isEqualByComparingTo("1.5");
        assertThat(sum(API.get(VOICE, "filterGroupBy[agent]", "nobody"))).isZero();
    }

    @Test
    void whoever_names_subjects_gets_values_per_subject() {
        API.usage(
                ofAcme.call("2026-06-01T10:00:00Z", "30", "Mia"),
                ofBolt.call("2026-06-01T10:00:00Z", "60", "Mia"));

        assertThat(subjects(API.get(VOICE))).containsExactly("null");
        assertThat(subjects(API.get(VOICE, "groupBy", "subject"))).containsExactly("acme", "bolt");
        assertThat(subjects(API.get(VOICE, "subject", "bolt"))).containsExactly("bolt");
        assertThat(subjects(API.get(VOICE, "subject", "bolt", "subject", "acme")))
                .containsExactly("acme", "bolt");
    }

    @Test
    void an_unknown_subject_has_no_rows() {
        API.usage(ofAcme.call("2026-06-01T10:00:00Z", "30", "Mia"));

        Answer answer = API.get(VOICE, "subject", "nobody");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("data")).isEmpty();
    }

    @Test
    void another_tenants_usage_never_appears() {
        UUID other = API.partner("other-" + UUID.randomUUID());
        Customer theirs = API.customer(other, "theirs", "UTC");
        // The same key in both tenants.
        Customer alsoAcme = API.customer(other, "acme", "UTC");
        Rows foreign = new Rows(other, theirs.customerId());
        Rows ofOtherAcme = new Rows(other, alsoAcme.customerId());
        API.usage(
                ofAcme.call("2026-06-01T10:00:00Z", "30", "Mia"),
                foreign.call("2026-06-01T10:00:00Z", "600", "Mia"),
                ofOtherAcme.call("2026-06-01T10:00:00Z", "6000", "Mia"));

        assertThat(sum(API.get(VOICE))).isEqualByComparingTo("0.5");
        assertThat(sum(API.get(VOICE, "subject", "acme"))).isEqualByComparingTo("0.5");
        assertThat(API.get(VOICE, "subject", "theirs").json().path("data")).isEmpty();
        assertThat(API.get(VOICE, "groupBy", "subject").text()).doesNotContain("theirs");
    }

    @Test
    void a_customers_key_sees_its_own_usage_only() {
        API.usage(
                ofAcme.call("2026-06-01T10:00:00Z", "30", "Mia"),
                ofBolt.call("2026-06-01T10:00:00Z", "60", "Mia"));
        API.asCustomer(tenant, acme.customerId());

        assertThat(subjects(API.get(VOICE, "groupBy", "subject"))).containsExactly("acme");
        assertThat(sum(API.get(VOICE))).isEqualByComparingTo("0.5");
        assertThat(API.get(VOICE, "subject", "bolt").json().path("data")).isEmpty();
    }

    @Test
    void minutes_come_from_the_rows() {
        API.usage(
                ofAcme.call("2026-06-01T10:00:59.999999Z", "30", "Mia"),
                ofAcme.call("2026-06-01T10:01:00Z", "60", "Leo"),
                ofAcme.call("2026-06-01T10:01:59Z", "90", "Mia"),
                ofAcme.call("2026-06-01T10:02:00Z", "600", "Mia"));
        String[] twoMinutes = {
            "subject", "acme", "windowSize", "MINUTE",
            "from", "2026-06-01T10:00:30Z", "to", "2026-06-01T10:02:00Z"
        };

        assertThat(values(API.get(VOICE, twoMinutes)))
                .isEqualTo(
                        Map.of(
                                "2026-06-01T10:00:00Z",
                                new BigDecimal("0.5"),
                                "2026-06-01T10:01:00Z",
                                new BigDecimal("2.5")));
        assertThat(sum(API.get(VOICE, plus(twoMinutes, "filterGroupBy[agent]", "Mia"))))
                .isEqualByComparingTo("2");
        assertThat(API.get(VOICE, plus(twoMinutes, "groupBy", "agent")).json().path("data"))
                .hasSize(3);
    }

    @Test
    void minutes_of_a_day_without_an_end_are_the_last_24_hours() {
        API.usage(
                ofAcme.call("2026-06-14T11:59:00Z", "30", "Mia"),
                ofAcme.call("2026-06-14T12:00:00Z", "60", "Mia"),
                ofAcme.call("2026-06-15T11:59:00Z", "90", "Mia"));

        assertThat(sum(API.get(VOICE, "subject", "acme", "windowSize", "MINUTE")))
                .isEqualByComparingTo("2.5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=yesterday => from",
                "to=2026-13-01T00:00:00Z => to",
                "to=+12026-01-01T00:00:00Z => to",
                "from=2026-06-01T00:00:00Z&to=2026-06-01T00:00:00Z => from",
                "windowSize=WEEK => windowSize",
                "windowSize=day => windowSize",
                "windowTimeZone=Mars/Olympus => windowTimeZone",
                "windowTimeZone=+02:00 => windowTimeZone",
                "groupBy=colour => groupBy",
                "filterGroupBy[colour]=red => filterGroupBy[colour]",
                "windowSize=HOUR&from=2020-01-01T00:00:00Z => windowSize",
                "windowSize=MINUTE => subject",
                "windowSize=MINUTE&subject=acme&subject=bolt => subject",
                "windowSize=MINUTE&subject=acme&from=2026-06-01T00:00:00Z&to=2026-06-02T00:01:00Z => from"
            })
    void what_cannot_be_answered_is_refused_with_its_pointer(String example) {
        String[] parts = example.split(" => ");
        List<String> pairs = new ArrayList<>();
        for (String pair : parts[0].split("&")) {
            pairs.addAll(List.of(pair.split("=", 2)));
        }

        assertThat(API.get(VOICE, pairs.toArray(String[]::new)).problem())
                .isEqualTo("400 invalid_request " + parts[1]);
    }

    @Test
    void an_unknown_meter_is_not_found() {
        assertThat(API.get("/api/v1/meters/qualified_calls/query").problem())
                .isEqualTo("404 meter_not_found");
        assertThat(API.get("/api/v1/meters/nothing").problem()).isEqualTo("404 meter_not_found");
    }

    @Test
    void a_key_that_may_not_read_is_refused() {
        API.asPartner(tenant, Permission.WRITE);

        assertThat(API.get(VOICE).problem()).isEqualTo("403 permission_missing");
        assertThat(API.get("/api/v1/meters").problem()).isEqualTo("403 permission_missing");
    }

    @Test
    void a_position_that_does_not_exist_yet_is_a_503_that_says_when_to_come_back() {
        Answer answer = API.get(VOICE, MediaType.APPLICATION_JSON, Long.MAX_VALUE);

        assertThat(answer.problem()).isEqualTo("503 projection_behind");
        assertThat(answer.response().getHeader("Retry-After")).isEqualTo("1");
    }

    @Test
    void csv_has_a_line_per_value_and_no_formulas() {
        long position =
                API.usage(
                        ofAcme.call("2026-06-01T10:00:00Z", "30", "=1+1"),
                        ofAcme.call("2026-06-01T10:00:00Z", "60", "Mia, \\\"M\\\""));

        Answer answer =
                API.get(
                        VOICE,
                        MediaType.parseMediaType("text/csv"),
                        position,
                        "groupBy",
                        "agent",
                        "from",
                        "2026-06-01T00:00:00Z",
                        "to",
                        "2026-06-02T00:00:00Z");

        assertThat(answer.response().getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.response().getHeader("Tallystick-Position"))
                .isEqualTo(Long.toString(position));
        assertThat(answer.text())
                .isEqualTo(
                        "window_start,window_end,subject,agent,value\r\n"
                                + "2026-06-01T00:00:00Z,2026-06-02T00:00:00Z,,'=1+1,0.5\r\n"
                                + "2026-06-01T00:00:00Z,2026-06-02T00:00:00Z,,\"Mia, \"\"M\"\"\",1\r\n");
    }

    @Test
    void a_problem_is_a_problem_also_for_those_who_accept_csv() {
        Answer answer =
                API.get(VOICE, MediaType.parseMediaType("text/csv"), 0, "windowSize", "WEEK");

        assertThat(answer.problem()).isEqualTo("400 invalid_request windowSize");
    }

    @Test
    void the_answer_says_which_position_it_includes() {
        long position = API.usage(ofAcme.call("2026-06-01T10:00:00Z", "30", "Mia"));

        Answer answer = API.get(VOICE);

        assertThat(answer.json().path("position").asLong()).isEqualTo(position);
        assertThat(answer.json().path("asOf").asString()).isEqualTo("2026-06-15T12:00:00Z");
    }

    @Test
    void the_built_in_meters_are_listed() {
        Answer answer = API.get("/api/v1/meters");

        assertThat(answer.json().path("items")).hasSize(5);
        assertThat(API.get("/api/v1/meters/voice_minutes").text())
                .contains("\"slug\":\"voice_minutes\"")
                .contains("\"eventType\":\"voice.call.completed\"")
                .contains("\"groupBy\":{\"agent\":\"$.agent\"")
                .contains("\"unitSize\":\"60\"")
                .contains("\"increment\":{\"initialSeconds\":30,\"stepSeconds\":30}")
                .contains("\"status\":\"active\"");
    }

    @Test
    void a_chart_has_the_days_of_the_customers_zone() {
        API.usage(
                ofAcme.call("2026-06-01T03:59:00Z", "60", "Mia"),
                ofAcme.call("2026-06-01T04:00:00Z", "120", "Mia"),
                ofBolt.call("2026-06-01T04:00:00Z", "600", "Mia"));

        API.get(VOICE);
        MeterSeries series =
                API.component(MeterQuery.class)
                        .daily(
                                new Sight(tenant, null),
                                acme,
                                "voice_minutes",
                                Instant.parse("2026-05-01T04:00:00Z"),
                                Instant.parse("2026-07-01T04:00:00Z"),
                                API.now());

        assertThat(series.data().stream().map(day -> day.windowStart() + " " + day.value()))
                .containsExactly("2026-05-31T04:00:00Z 1", "2026-06-01T04:00:00Z 2");
    }

    private List<UsageRow> randomCalls(long seed, Instant from, Instant to) {
        var random = new Random(seed);
        long seconds = to.getEpochSecond() - from.getEpochSecond();
        List<UsageRow> calls = new ArrayList<>();
        for (int i = 0; i < 800; i++) {
            Instant at = from.plusSeconds((long) (random.nextDouble() * seconds));
            calls.add(ofAcme.call(at, Integer.toString(random.nextInt(400)), "Mia"));
        }
        return calls;
    }

    private static boolean inRange(UsageRow call, Instant from, Instant to) {
        return !call.occurredAt().isBefore(from) && call.occurredAt().isBefore(to);
    }

    private static LocalDate dayOf(UsageRow call, ZoneId zone) {
        return call.occurredAt().atZone(zone).toLocalDate();
    }

    private static Map<String, BigDecimal> minutesBy(
            List<UsageRow> calls, Predicate<UsageRow> wanted, Function<UsageRow, String> key) {
        return calls.stream()
                .filter(wanted)
                .collect(
                        Collectors.groupingBy(
                                key,
                                TreeMap::new,
                                Collectors.collectingAndThen(
                                        Collectors.summingInt(MeterQueryTest::halfMinutes),
                                        halves ->
                                                plain(
                                                        BigDecimal.valueOf(halves)
                                                                .divide(BigDecimal.valueOf(2))))));
    }

    private static int halfMinutes(UsageRow call) {
        int seconds = new BigDecimal(String.valueOf(call.measure())).intValueExact();
        return Math.max(1, Math.ceilDiv(seconds, 30));
    }

    private static Map<String, BigDecimal> values(Answer answer) {
        Map<String, BigDecimal> values = new TreeMap<>();
        answer.json()
                .path("data")
                .forEach(window ->
                        values.put(
                                window.path("windowStart").asString(),
                                plain(window.path("value").decimalValue())));
        return values;
    }

    private static BigDecimal sum(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return values(answer).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<String> subjects(Answer answer) {
        List<String> subjects = new ArrayList<>();
        answer.json()
                .path("data")
                .forEach(window -> subjects.add(window.path("subject").asString("null")));
        return subjects;
    }

    private static String[] plus(String[] pairs, String name, String value) {
        List<String> all = new ArrayList<>(List.of(pairs));
        all.add(name);
        all.add(value);
        return all.toArray(String[]::new);
    }

    private static BigDecimal plain(BigDecimal value) {
        return new BigDecimal(
                value.setScale(9, RoundingMode.UNNECESSARY).stripTrailingZeros().toPlainString());
    }
}
