package io.tallystick.projections.usage;

import static io.tallystick.readmodel.Tables.LEVEL_STEP;
import static io.tallystick.readmodel.Tables.LEVEL_STEP_ALL;
import static io.tallystick.readmodel.Tables.USAGE_DEAD_LETTER;
import static io.tallystick.readmodel.Tables.USAGE_ROLLUP;
import static io.tallystick.readmodel.Tables.USAGE_ROLLUP_ALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.testing.TestDatabase.Schema;
import io.tallystick.eventstore.usage.UsageRow;
import io.tallystick.projections.testing.RunningProjections;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class UsageProjectorTest {

    private static final int ROWS = 3_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final long seed = System.nanoTime();
    private final List<UsageRow> rows = new SampleUsage(seed).rows(ROWS);

    @Test
    void the_rollup_is_what_independent_arithmetic_comes_to() {
        Map<String, String> expected =
                rows.stream()
                        .flatMap(row -> counts(row).entrySet().stream())
                        .collect(
                                Collectors.groupingBy(
                                        Map.Entry::getKey,
                                        TreeMap::new,
                                        Collectors.collectingAndThen(
                                                Collectors.mapping(
                                                        Map.Entry::getValue, Collectors.toList()),
                                                UsageProjectorTest::summed)));

        Map<String, String> stored = after(50, List.of(rows), UsageProjectorTest::rollup);

        assertThat(stored).as("seed %d", seed).isEqualTo(expected);
    }

    @Test
    void many_batches_come_to_the_same_as_one_fold() {
        List<String> once = after(50, List.of(rows), UsageProjectorTest::withoutPositions);

        List<String> often = after(1, chunks(rows, 37), UsageProjectorTest::withoutPositions);

        assertThat(often).as("seed %d", seed).isEqualTo(once);
    }

    /// Each sum has a first part that is written before its second is read.
    @Test
    void a_batch_with_more_sums_than_a_fold_holds_is_written_in_parts() {
        int quarters = 21_000;
        var usage = new SampleUsage(seed);
        List<List<UsageRow>> chunks = new ArrayList<>(chunks(usage.emails(0, quarters), 5_000));
        chunks.addAll(chunks(usage.emails(quarters, quarters), 5_000));

        List<Integer> eventsAndSums =
                after(
                        50,
                        chunks,
                        sql ->
                                List.of(
                                        sql.fetchCount(USAGE_ROLLUP, USAGE_ROLLUP.EVENTS.eq(2L)),
                                        sql.fetchCount(USAGE_ROLLUP)));

        assertThat(eventsAndSums).containsExactly(quarters, quarters);
    }

    @Test
    void the_order_in_which_events_arrive_changes_nothing() {
        // Of two events at one time the later arrival is the latest, so times must differ here.
        List<UsageRow> distinct = atTimesOfTheirOwn(rows);
        List<UsageRow> shuffled = new ArrayList<>(distinct);
        Collections.shuffle(shuffled, new Random(seed));

        List<String> inOrder =
                after(50, chunks(distinct, 500), UsageProjectorTest::withoutPositions);
        List<String> inDisorder =
                after(3, chunks(shuffled, 211), UsageProjectorTest::withoutPositions);

        assertThat(inDisorder).as("seed %d", seed).isEqualTo(inOrder);
    }

    @Test
    void a_level_keeps_every_step() {
        long storage = rows.stream().filter(row -> row.type().startsWith("storage.")).count();

        int steps = after(50, List.of(rows), sql -> sql.fetchCount(LEVEL_STEP));

        assertThat(steps).isEqualTo((int) storage);
    }

    @Test
    void a_row_that_cannot_be_counted_is_set_aside_and_its_neighbours_are_counted() {
        List<UsageRow> poisoned = new ArrayList<>(rows.subList(0, 10));
        poisoned.add(4, SampleUsage.brokenCall());

        List<String> healthy = after(50, List.of(rows.subList(0, 10)), UsageProjectorTest::sums);
        List<String> beside = after(50, List.of(poisoned), UsageProjectorTest::sums);
        List<Integer> setAside =
                after(
                        50,
                        List.of(poisoned),
                        sql ->
                                sql.select(USAGE_DEAD_LETTER.ORDINAL)
                                        .from(USAGE_DEAD_LETTER)
                                        .fetch(USAGE_DEAD_LETTER.ORDINAL));

        assertThat(beside).as("seed %d", seed).isEqualTo(healthy);
        assertThat(setAside).containsExactly(4);
    }

    private static List<String> sums(DSLContext sql) {
        return sql.select(
                        USAGE_ROLLUP.METER,
                        USAGE_ROLLUP.CUSTOMER_ID,
                        USAGE_ROLLUP.BUCKET,
                        USAGE_ROLLUP.DIMENSIONS,
                        USAGE_ROLLUP.EVENTS,
                        USAGE_ROLLUP.MEASURED)
                .from(USAGE_ROLLUP)
                .orderBy(1, 2, 3, 4)
                .fetch(Object::toString);
    }

    @Test
    void a_rebuild_comes_to_the_same_rows_and_leaves_none_of_the_generation_before() {
        try (var database = TestDatabase.with(Schema.EVENT_LOG, Schema.READ_MODEL);
                var running = new RunningProjections(database, 10).start()) {
            DSLContext sql = DSL.using(database.dataSource(), SQLDialect.POSTGRES);
            long last = append(running, chunks(rows, 100));
            running.awaitAll(last);
            List<String> before = everything(sql);

            running.rebuild("usage");
            running.awaitRebuilt("usage");

            assertThat(everything(sql)).as("seed %d", seed).isEqualTo(before);
            assertThat(sql.fetchCount(USAGE_ROLLUP_ALL)).isEqualTo(sql.fetchCount(USAGE_ROLLUP));
            assertThat(sql.fetchCount(LEVEL_STEP_ALL)).isEqualTo(sql.fetchCount(LEVEL_STEP));
        }
    }

    private static List<UsageRow> atTimesOfTheirOwn(List<UsageRow> rows) {
        List<UsageRow> distinct = new ArrayList<>();
        for (UsageRow row : rows) {
            distinct.add(
                    new UsageRow(
                            row.tenantId(),
                            row.customerId(),
                            row.type(),
                            row.id(),
                            row.source(),
                            row.occurredAt().plusMillis(distinct.size()),
                            row.measure(),
                            row.data(),
                            row.contentHash()));
        }
        return distinct;
    }

    private static List<List<UsageRow>> chunks(List<UsageRow> rows, int size) {
        List<List<UsageRow>> chunks = new ArrayList<>();
        for (int i = 0; i < rows.size(); i += size) {
            chunks.add(rows.subList(i, Math.min(rows.size(), i + size)));
        }
        return chunks;
    }

    private static long append(RunningProjections running, List<List<UsageRow>> chunks) {
        return chunks.stream().mapToLong(running::usage).max().orElseThrow();
    }

    private static <T> T after(
            int batch, List<List<UsageRow>> chunks, Function<DSLContext, T> read) {
        try (var database = TestDatabase.with(Schema.EVENT_LOG, Schema.READ_MODEL);
                var running = new RunningProjections(database, batch)) {
            long last = append(running, chunks);
            running.start().awaitAll(last);
            return read.apply(DSL.using(database.dataSource(), SQLDialect.POSTGRES));
        }
    }

    private static Map<String, String> rollup(DSLContext sql) {
        Map<String, String> sums = new TreeMap<>();
        sql.selectFrom(USAGE_ROLLUP)
                .forEach(row ->
                        sums.put(
                                String.join(
                                        " ",
                                        row.getMeter(),
                                        row.getCustomerId().toString(),
                                        row.getBucket().toString(),
                                        JSON.readTree(row.getDimensions().data()).toString()),
                                row.getEvents()
                                        + " "
                                        + plain(row.getMeasured())
                                        + " "
                                        + plain(row.getBilled())
                                        + " "
                                        + plain(row.getMinimum())
                                        + " "
                                        + plain(row.getMaximum())));
        return sums;
    }

    private static List<String> withoutPositions(DSLContext sql) {
        Field<?>[] columns =
                USAGE_ROLLUP
                        .fieldStream()
                        .filter(field -> !field.equals(USAGE_ROLLUP.LATEST_POSITION))
                        .filter(field -> !field.equals(USAGE_ROLLUP.LATEST_ORDINAL))
                        .toArray(Field[]::new);
        return sql.select(columns)
                .from(USAGE_ROLLUP)
                .orderBy(keyOf(USAGE_ROLLUP, USAGE_ROLLUP_ALL))
                .fetch(row -> Arrays.toString(row.intoArray()));
    }

    /// The key of the table without the generation, which the view leaves out.
    private static List<Field<?>> keyOf(Table<?> view, Table<?> table) {
        return Objects.requireNonNull(table.getPrimaryKey()).getFields().stream()
                .<Field<?>>map(view::field)
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<String> everything(DSLContext sql) {
        List<String> lines = new ArrayList<>();
        sql.selectFrom(USAGE_ROLLUP)
                .orderBy(keyOf(USAGE_ROLLUP, USAGE_ROLLUP_ALL))
                .forEach(row -> lines.add(row.formatCSV()));
        sql.selectFrom(LEVEL_STEP)
                .orderBy(keyOf(LEVEL_STEP, LEVEL_STEP_ALL))
                .forEach(row -> lines.add(row.formatCSV()));
        return lines;
    }

    /// What one event means to each meter, written down again from the documentation. Calls have no
    /// rows: they are the number of events in those of voice_minutes.
    private static Map<String, BigDecimal[]> counts(UsageRow row) {
        BigDecimal measure = Objects.requireNonNull(row.measure());
        Map<String, BigDecimal[]> counts = new TreeMap<>();
        BigDecimal one = BigDecimal.ONE;
        switch (row.type()) {
            case "voice.call.completed" -> {
                String groups = groups(row);
                BigDecimal halfMinutes =
                        measure.divide(BigDecimal.valueOf(30), 0, RoundingMode.CEILING).max(one);
                BigDecimal billed = halfMinutes.multiply(BigDecimal.valueOf(30));
                counts.put(key(row, "voice_minutes", groups), new BigDecimal[] {measure, billed});
                if (measure.compareTo(BigDecimal.valueOf(60)) >= 0) {
                    counts.put(key(row, "qualified_calls", "{}"), new BigDecimal[] {one, one});
                }
            }
            case "sms.sent" ->
                    counts.put(key(row, "sms_segments", "{}"), new BigDecimal[] {measure, measure});
            case "email.sent" ->
                    counts.put(key(row, "emails", "{}"), new BigDecimal[] {measure, measure});
            default ->
                    counts.put(key(row, "storage_gb", "{}"), new BigDecimal[] {measure, measure});
        }
        return counts;
    }

    private static String groups(UsageRow row) {
        JsonNode data = JSON.readTree(new String(row.data(), StandardCharsets.UTF_8));
        JsonNode agent = data.get("agent");
        String text = agent.isNull() ? "null" : JSON.writeValueAsString(agent.asString());
        return "{\"agent\":" + text + ",\"direction\":" + data.get("direction") + "}";
    }

    private static String key(UsageRow row, String meter, String groups) {
        long quarter = row.occurredAt().getEpochSecond() / 900 * 900;
        return String.join(
                " ",
                meter,
                row.customerId().toString(),
                Instant.ofEpochSecond(quarter).toString(),
                groups);
    }

    private static String summed(List<BigDecimal[]> values) {
        BigDecimal zero = BigDecimal.ZERO;
        return values.size()
                + " "
                + plain(values.stream().map(value -> value[0]).reduce(zero, BigDecimal::add))
                + " "
                + plain(values.stream().map(value -> value[1]).reduce(zero, BigDecimal::add))
                + " "
                + plain(values.stream().map(value -> value[0]).min(BigDecimal::compareTo).get())
                + " "
                + plain(values.stream().map(value -> value[0]).max(BigDecimal::compareTo).get());
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
