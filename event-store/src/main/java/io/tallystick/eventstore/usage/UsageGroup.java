package io.tallystick.eventstore.usage;

import io.tallystick.eventstore.ChunkSql;
import io.tallystick.eventstore.usage.UsageOutcome.Accepted;
import io.tallystick.eventstore.usage.UsageOutcome.Conflict;
import io.tallystick.eventstore.usage.UsageOutcome.Duplicate;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// The rows that one transaction stores. Each key is stored at most once: by the first row of the
/// group that brings it, unless it is in the log already. All other rows are measured against the
/// one that is stored.
final class UsageGroup {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String DEADLOCK = "40P01";
    private static final int ATTEMPTS_MAX = 8;

    private final List<Submission> submissions;
    private final RevokedActors revoked;
    private final Map<Hash128, KeyedRow> firsts = new LinkedHashMap<>();
    private final Map<Hash128, StoredKey> stored = new HashMap<>();
    private Map<Hash128, KeyedRow> fresh = Map.of();
    private OptionalLong position = OptionalLong.empty();
    private int window;

    UsageGroup(List<Submission> submissions, RevokedActors revoked) {
        this.submissions = submissions;
        this.revoked = revoked;
        submissions.forEach(
                submission -> submission.rows().forEach(row -> firsts.putIfAbsent(row.key(), row)));
    }

    /// Optimistic unless duplicates were seen lately: a look-up of every key costs more than the
    /// rare second copy, and less than a frequent one. The unique index judges in both cases.
    ///
    /// @return false when somebody who sent rows was revoked; then nothing is stored
    boolean commit(
            Connection connection,
            boolean lookFirst,
            KeyIndex index,
            SlicePacker packer,
            OneTrip trip)
            throws SQLException {
        if (!lookFirst
                && !firsts.isEmpty()
                && firsts.size() <= OneTrip.ROWS_MAX
                && isStoredInOneTrip(connection, index, packer, trip)) {
            return true;
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return store(connection, lookFirst || attempt > 1, index, packer);
            } catch (SQLException e) {
                connection.rollback();
                if (!DEADLOCK.equals(e.getSQLState()) || attempt == ATTEMPTS_MAX) {
                    throw e;
                }
            }
        }
    }

    private boolean isStoredInOneTrip(
            Connection connection, KeyIndex index, SlicePacker packer, OneTrip trip)
            throws SQLException {
        KeyWindowSql.Begun begun = trip.next(connection);
        window = begun.window();
        if (index.mayBeInClosed(begun.window(), firsts.keySet())) {
            return false;
        }
        fresh = firsts;
        List<PackedSlice> slices = Slices.of(fresh.values(), packer);
        if (!OneTrip.fits(slices)) {
            return false;
        }
        position =
                trip.store(
                        connection,
                        begun,
                        NumberedRow.byKey(fresh.values()),
                        slices,
                        chunk(connection, begun, slices));
        position.ifPresent(this::remember);
        return position.isPresent();
    }

    private boolean store(
            Connection connection, boolean lookFirst, KeyIndex index, SlicePacker packer)
            throws SQLException {
        KeyWindowSql.Begun begun = KeyWindowSql.begin(connection);
        window = begun.window();
        stored.putAll(index.findInClosed(connection, begun.window(), firsts.keySet()));
        if (lookFirst) {
            stored.putAll(index.findIn(connection, begun.window(), firsts.keySet()));
        }
        for (int attempt = 1; !copyKeys(connection, begun); attempt++) {
            if (attempt == ATTEMPTS_MAX) {
                throw new SQLException(
                        "keys were taken by others in each of " + attempt + " attempts",
                        UNIQUE_VIOLATION);
            }
            KeyWindowSql.backToBegin(connection);
            stored.putAll(index.findIn(connection, begun.window(), firsts.keySet()));
        }
        if (fresh.isEmpty()) {
            connection.rollback();
            return true;
        }
        List<PackedSlice> slices = Slices.of(fresh.values(), packer);
        ChunkCopy.slices(connection, begun.chunk(), slices);
        position = ChunkEnd.commit(connection, revoked, chunk(connection, begun, slices));
        if (position.isEmpty()) {
            connection.rollback();
            return false;
        }
        remember(position.getAsLong());
        return true;
    }

    private ChunkSql.Chunk chunk(
            Connection connection, KeyWindowSql.Begun begun, List<PackedSlice> slices)
            throws SQLException {
        return new ChunkSql.Chunk(
                begun.chunk(),
                shardRows(slices),
                metadata(),
                RevokedActors.array(connection, actors()));
    }

    private Set<String> actors() {
        return submissions.stream()
                .map(submission -> submission.origin().actorId())
                .collect(Collectors.toSet());
    }

    /// False when a key turned out to be taken.
    private boolean copyKeys(Connection connection, KeyWindowSql.Begun begun) throws SQLException {
        fresh = new LinkedHashMap<>(firsts);
        fresh.keySet().removeAll(stored.keySet());
        if (fresh.isEmpty()) {
            return true;
        }
        try {
            ChunkCopy.keys(connection, begun.window(), begun.chunk(), fresh.values());
            return true;
        } catch (SQLException e) {
            if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw e;
            }
            return false;
        }
    }

    private static int[] shardRows(List<PackedSlice> slices) {
        int[] rows = new int[Shard.COUNT];
        slices.forEach(slice -> rows[slice.shard()] += slice.rowCount());
        return rows;
    }

    private void remember(long chunkPosition) {
        int ordinal = 0;
        for (KeyedRow row : fresh.values()) {
            stored.put(
                    row.key(),
                    new StoredKey(row.content(), new EventRef(chunkPosition, ordinal++)));
        }
    }

    private byte[] metadata() {
        return JSON.writeValueAsBytes(
                Map.of("requests", submissions.stream().map(Submission::origin).toList()));
    }

    int freshRows() {
        return fresh.size();
    }

    Collection<Hash128> freshKeys() {
        return fresh.keySet();
    }

    /// Where the fresh keys are.
    int window() {
        return window;
    }

    OptionalLong position() {
        return position;
    }

    boolean sawStoredKeys() {
        return fresh.size() < firsts.size();
    }

    void complete() {
        Collection<Hash128> notYetAccepted = new HashSet<>(fresh.keySet());
        for (Submission submission : submissions) {
            List<UsageOutcome> outcomes = new ArrayList<>(submission.rows().size());
            for (KeyedRow row : submission.rows()) {
                outcomes.add(outcome(row, notYetAccepted.remove(row.key())));
            }
            submission.answer(outcomes);
        }
    }

    private UsageOutcome outcome(KeyedRow row, boolean isTheStoredOne) {
        StoredKey there = stored.get(row.key());
        if (there == null) {
            throw new IllegalStateException(
                    "a row of a committed group was neither stored nor found");
        }
        if (isTheStoredOne) {
            return new Accepted(there.ref());
        }
        return there.content() == row.content() ? new Duplicate(there.ref()) : new Conflict();
    }
}
