package io.tallystick.eventstore.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlicesTest {

    private final SlicePacker packer = new SlicePacker();

    @AfterEach
    void close() {
        packer.close();
    }

    @Test
    void a_slice_has_one_customer_and_one_day() {
        UUID other = new UUID(5, 5);
        List<PackedSlice> slices =
                slices(
                        Usage.at(Instant.parse("2026-03-29T23:59:59.999999Z")),
                        Usage.at(Instant.parse("2026-03-30T00:00:00Z")),
                        Usage.row(Usage.TENANT, other, "x", "{}"),
                        Usage.at(Instant.parse("2026-03-29T00:00:00Z")));

        assertThat(slices).extracting(PackedSlice::rowCount).containsExactlyInAnyOrder(2, 1, 1);
        assertThat(slices)
                .filteredOn(slice -> slice.rowCount() == 2)
                .allSatisfy(slice -> {
                    assertThat(slice.firstAt()).isEqualTo("2026-03-29T00:00:00Z");
                    assertThat(slice.lastAt()).isEqualTo("2026-03-29T23:59:59.999999Z");
                });
    }

    @Test
    void slices_come_in_the_order_of_shards() {
        UsageRow[] rows =
                IntStream.range(0, 200)
                        .mapToObj(n -> Usage.row(Usage.TENANT, new UUID(n, 7), "x", "{}"))
                        .toArray(UsageRow[]::new);

        assertThat(slices(rows)).extracting(PackedSlice::shard).isSorted().contains(0, 15);
    }

    @Test
    void many_rows_are_several_slices() {
        UsageRow[] rows =
                IntStream.rangeClosed(0, Slices.ROWS_MAX)
                        .mapToObj(n -> Usage.row("row " + n))
                        .toArray(UsageRow[]::new);

        assertThat(slices(rows))
                .extracting(PackedSlice::rowCount)
                .containsExactly(Slices.ROWS_MAX, 1);
    }

    @Test
    void large_rows_are_slices_of_their_own() {
        String large = "{\"x\":\"" + "y".repeat(Slices.BYTES_MAX) + "\"}";
        List<PackedSlice> slices =
                slices(
                        Usage.row("a"),
                        Usage.row(Usage.TENANT, Usage.CUSTOMER, "b", large),
                        Usage.row("c"));

        assertThat(slices).extracting(PackedSlice::rowCount).containsExactly(1, 1, 1);
    }

    @Test
    void a_call_alone_takes_half_of_its_bytes() {
        String data =
                """
                {"callId":"c-81723","durationSeconds":80,"direction":"in","from":"+14155550123","to":"+442071838750",
                 "agent":"Front desk","outcome":"success","answered":true}
                """;
        PackedSlice slice =
                slices(Usage.row(Usage.TENANT, Usage.CUSTOMER, "c-81723", data)).getFirst();

        assertThat(slice.rows().length).isLessThan(data.length() * 6 / 10);
    }

    private List<PackedSlice> slices(UsageRow... rows) {
        return Slices.of(KeyedRow.of(List.of(rows)), packer);
    }
}
