package io.tallystick.eventstore.usage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallystick.eventstore.LogRows;
import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.usage.UsageOutcome.Accepted;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is packed and copied is what is read, to the last digit.
@Tag("postgres15")
class UsageRoundTripTest {

    private final TestDatabase database = TestDatabase.with(TestDatabase.Schema.EVENT_LOG);
    private final Node node = new Node(database).start();
    private final UsageReader reader = new UsageReader(database.dataSource());
    private final StoredChunks chunks = new StoredChunks(database);

    @AfterEach
    void drop() {
        node.close();
        database.close();
    }

    @Test
    void numbers_keep_every_digit() throws Exception {
        List<BigDecimal> numbers = new ArrayList<>();
        for (String number :
                List.of(
                        "0",
                        "0.0",
                        "0.000000000",
                        "1",
                        "0.000000001",
                        "0.0001",
                        "0.1",
                        "0.999999999",
                        "9999",
                        "10000",
                        "10000.0001",
                        "100000000",
                        "123456789012345.123456789",
                        "999999999999999999.999999999",
                        "1E+18",
                        "1E18",
                        "1E+4",
                        "12E+3",
                        "1000000000000000000",
                        "42.500",
                        "-1.5",
                        "1E-9")) {
            numbers.add(new BigDecimal(number));
        }
        var random = new Random(11);
        for (int i = 0; i < 500; i++) {
            numbers.add(
                    BigDecimal.valueOf(random.nextLong(1_000_000_000_000L), random.nextInt(10)));
            numbers.add(BigDecimal.valueOf(random.nextLong(100_000), -random.nextInt(9)));
        }

        // when
        List<StoredUsage> stored = storeAll(numbers.stream().map(this::measured).toList());

        // then
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(stored.get(i).measure())
                    .as("%s", numbers.get(i))
                    .isEqualByComparingTo(numbers.get(i));
        }
    }

    @Test
    void instants_keep_their_microseconds() throws Exception {
        List<Instant> instants =
                List.of(
                        Instant.parse("2026-03-29T01:30:00.123456Z"),
                        Instant.parse("2026-10-25T00:59:59.999999Z"),
                        Instant.parse("2000-01-01T00:00:00Z"),
                        Instant.parse("1999-12-31T23:59:59.999999Z"),
                        Instant.parse("1969-12-31T23:59:59.000001Z"),
                        Instant.parse("2262-04-12T00:00:00.000001Z"),
                        Instant.EPOCH);

        List<StoredUsage> stored = storeAll(instants.stream().map(this::at).toList());

        assertThat(stored).extracting(StoredUsage::occurredAt).isEqualTo(instants);
    }

    @Test
    void what_is_finer_than_a_microsecond_is_cut_off_and_never_rounded_up() throws Exception {
        assertThat(storeAll(List.of(at(Instant.parse("2026-12-31T23:59:59.999999999Z")))))
                .extracting(StoredUsage::occurredAt)
                .containsExactly(Instant.parse("2026-12-31T23:59:59.999999Z"));
    }

    @Test
    void text_and_data_are_kept_byte_for_byte() throws Exception {
        byte[] data = "{\"text\":\"Grüezi 😀 \\u0000\"}".getBytes(UTF_8);
        UsageRow row =
                new UsageRow(
                        new UUID(-1, -1),
                        new UUID(0, 0),
                        "tür.ö😀",
                        "id \t\n\\N \"'ü 𝄞",
                        "",
                        Usage.AT,
                        new BigDecimal("1"),
                        data,
                        Hash128.of("content"));

        StoredUsage stored = storeAll(List.of(row)).getFirst();

        assertThat(stored)
                .usingRecursiveComparison()
                .isEqualTo(
                        new StoredUsage(
                                new EventRef(2, 0),
                                row.tenantId(),
                                row.customerId(),
                                row.type(),
                                row.id(),
                                row.source(),
                                row.occurredAt(),
                                row.measure(),
                                data));
    }

    @Test
    void neither_measure_nor_data_need_be_there() throws Exception {
        UsageRow row = row("a", Usage.AT, null, null);

        StoredUsage stored = storeAll(List.of(row)).getFirst();

        assertThat(stored.measure()).isNull();
        assertThat(stored.data()).isNull();
    }

    @Test
    void data_larger_than_the_copy_buffer_is_kept() throws Exception {
        var data = new byte[1_000_000];
        new Random(3).nextBytes(data);

        List<StoredUsage> stored =
                storeAll(
                        List.of(
                                Usage.row("before"),
                                row("large", Usage.AT, BigDecimal.ONE, data),
                                Usage.row("after")));

        assertThat(stored.get(1).data()).isEqualTo(data);
        assertThat(stored).extracting(StoredUsage::id).containsExactly("before", "large", "after");
    }

    @Test
    void a_row_is_found_by_its_reference_and_only_by_its_tenant() throws Exception {
        StoredUsage stored = storeAll(Usage.rows("a", "b")).get(1);

        assertThat(reader.find(Usage.TENANT, stored.ref()))
                .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo("b"));
        assertThat(reader.find(new UUID(9, 9), stored.ref())).isEmpty();
        assertThat(reader.find(Usage.TENANT, new EventRef(1, 0))).isEmpty();
    }

    @Test
    void keys_are_found_in_any_number() throws Exception {
        List<UsageRow> rows = Usage.rows("a", "b", "c");
        storeAll(rows);

        Map<Hash128, StoredKey> found =
                node.find(rows.stream().map(UsageRow::idempotencyKey).toList());

        assertThat(found)
                .containsEntry(
                        rows.get(2).idempotencyKey(),
                        new StoredKey(rows.get(2).contentHash().high(), new EventRef(2, 2)))
                .hasSize(3);
        assertThat(node.find(List.of(Usage.row("unknown").idempotencyKey()))).isEmpty();
        assertThat(node.find(List.of())).isEmpty();
    }

    @Test
    void a_chunk_that_lost_rows_is_an_alarm() throws Exception {
        StoredUsage stored = storeAll(Usage.rows("a", "b")).getFirst();
        UsageChunk chunk = chunks.at(stored.ref().position());
        new LogRows(database).execute("delete from event_log.usage_slice");

        assertThatThrownBy(() -> reader.forEachRow(chunk, row -> {}))
                .hasMessageContaining("there are 0 rows instead of 2");
    }

    private List<StoredUsage> storeAll(List<UsageRow> rows) throws Exception {
        List<UsageOutcome> outcomes = node.append(rows.toArray(UsageRow[]::new));
        assertThat(outcomes).hasOnlyElementsOfType(Accepted.class);
        List<StoredUsage> stored = new ArrayList<>();
        reader.forEachRow(chunks.at(node.head().position()), stored::add);
        stored.sort(Comparator.comparing(row -> row.ref().ordinal()));
        return stored;
    }

    private UsageRow measured(BigDecimal measure) {
        return row(UUID.randomUUID().toString(), Usage.AT, measure, null);
    }

    private UsageRow at(Instant instant) {
        return row(UUID.randomUUID().toString(), instant, null, null);
    }

    private static UsageRow row(
            String id, Instant at, @Nullable BigDecimal measure, byte @Nullable [] data) {
        return new UsageRow(
                Usage.TENANT,
                Usage.CUSTOMER,
                "voice.call",
                id,
                "pbx-1",
                at,
                measure,
                data,
                Hash128.of(id));
    }
}
