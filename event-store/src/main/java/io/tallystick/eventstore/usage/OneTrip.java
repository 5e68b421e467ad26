package io.tallystick.eventstore.usage;

import io.tallystick.eventstore.ChunkSql;
import io.tallystick.eventstore.ChunkSql.Chunk;
import io.tallystick.eventstore.usage.KeyWindowSql.Begun;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Stores a small group in a single round trip: hold the window, keys, slices, entry, commit. Two
/// copies are cheaper per row and take six round trips, which is most of what a commit of twenty
/// rows costs. The chunk's number and the window come with the answer before, and the statements
/// fail when the window is not the open one any more.
final class OneTrip {

    static final int ROWS_MAX = 200;

    /// What is longer is sent piece by piece, and whoever is frozen in between holds the window.
    static final int BYTES_MAX = 64 * 1024;

    /// A key is taken, the window is closed or a sender revoked, another node was first. The
    /// transaction tells only that one of them is true; who tries the long way finds out.
    private static final Set<String> LONG_WAY = Set.of("23505", ChunkSql.NO_POSITION, "40P01");

    private static final String ROWS =
            """
            insert into event_log.usage_key (key_window, key, content, chunk, ordinal)
            select (select case max(number) when ? then max(number) end from event_log.key_window), key, content, ?, ordinal
            from unnest(?::uuid[], ?::bigint[], ?::integer[]) as fresh (key, content, ordinal);
            insert into event_log.usage_slice (chunk, shard, slice, tenant_id, customer_id, first_at, last_at, row_count, encoding, rows)
            select ?, shard, number - 1, tenant_id, customer_id, first_at, last_at, row_count, ?, rows
            from unnest(?::smallint[], ?::uuid[], ?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::integer[], ?::bytea[])
              with ordinality as packed (shard, tenant_id, customer_id, first_at, last_at, row_count, rows, number);
            """;

    private static final int PARAMETERS_OF_ROWS = 14;

    private final String sql;
    private @Nullable Begun next;

    OneTrip(RevokedActors revoked) {
        this.sql =
                KeyWindowSql.HOLD_OPEN
                        + ROWS
                        + KeyWindowSql.NUMBERS
                        + ";"
                        + ChunkSql.entryAndCommit(revoked.sql());
    }

    static boolean fits(List<PackedSlice> slices) {
        return slices.stream().mapToInt(slice -> slice.rows().length).sum() <= BYTES_MAX;
    }

    /// The window that was open lately and a number for the chunk.
    Begun next(Connection connection) throws SQLException {
        Begun known = next;
        return known == null ? KeyWindowSql.numbers(connection) : known;
    }

    /// @return the chunk's position, or nothing when the long way has to be tried; then the
    ///   transaction is rolled back
    OptionalLong store(
            Connection connection,
            Begun begun,
            List<NumberedRow> rows,
            List<PackedSlice> slices,
            Chunk chunk)
            throws SQLException {
        next = null;
        try (PreparedStatement statements = connection.prepareStatement(sql)) {
            bindKeys(statements, begun, rows);
            bindSlices(statements, begun, slices);
            ChunkSql.bind(statements, PARAMETERS_OF_ROWS + 1, chunk);
            return OptionalLong.of(execute(statements));
        } catch (SQLException e) {
            if (!LONG_WAY.contains(e.getSQLState())) {
                throw e;
            }
            connection.rollback();
            return OptionalLong.empty();
        }
    }

    private long execute(PreparedStatement statements) throws SQLException {
        var position = new long[1];
        Results.forEach(
                statements,
                result -> {
                    if (ChunkSql.isPosition(result) && result.next()) {
                        position[0] = result.getLong(1);
                    } else if (KeyWindowSql.isNumbers(result) && result.next()) {
                        next = KeyWindowSql.numbers(result);
                    }
                });
        return position[0];
    }

    private static void bindKeys(PreparedStatement to, Begun begun, List<NumberedRow> rows)
            throws SQLException {
        to.setInt(1, begun.window());
        to.setLong(2, begun.chunk());
        to.setArray(3, array(to, "uuid", rows, row -> row.keyed().key().toUuid()));
        to.setObject(4, longs(rows, row -> row.keyed().content()));
        to.setObject(5, ints(rows, NumberedRow::ordinal));
    }

    private static void bindSlices(PreparedStatement to, Begun begun, List<PackedSlice> slices)
            throws SQLException {
        to.setLong(6, begun.chunk());
        to.setShort(7, SlicePacker.ENCODING);
        to.setObject(8, ints(slices, PackedSlice::shard));
        to.setArray(9, array(to, "uuid", slices, PackedSlice::tenantId));
        to.setArray(10, array(to, "uuid", slices, PackedSlice::customerId));
        to.setArray(11, array(to, "timestamptz", slices, slice -> text(slice.firstAt())));
        to.setArray(12, array(to, "timestamptz", slices, slice -> text(slice.lastAt())));
        to.setObject(13, ints(slices, PackedSlice::rowCount));
        to.setArray(
                14,
                to.getConnection()
                        .createArrayOf(
                                "bytea",
                                slices.stream().map(PackedSlice::rows).toArray(byte[][]::new)));
    }

    private static <T> java.sql.Array array(
            PreparedStatement to, String type, List<T> rows, Function<T, Object> column)
            throws SQLException {
        return to.getConnection().createArrayOf(type, rows.stream().map(column).toArray());
    }

    private static <T> long[] longs(List<T> rows, ToLongFunction<T> column) {
        return rows.stream().mapToLong(column).toArray();
    }

    private static <T> int[] ints(List<T> rows, ToIntFunction<T> column) {
        return rows.stream().mapToInt(column).toArray();
    }

    /// As a copy writes it.
    private static String text(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).toString();
    }
}
