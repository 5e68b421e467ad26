package io.tallystick.eventstore.usage;

import io.tallystick.eventstore.LogSql;
import io.tallystick.eventstore.usage.UsageOutcome.Accepted;
import io.tallystick.eventstore.usage.UsageOutcome.Conflict;
import io.tallystick.eventstore.usage.UsageOutcome.Duplicate;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
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
    private final Map<Hash128, EncodedRow> firsts = new LinkedHashMap<>();
    private final Map<Hash128, StoredKey> stored = new HashMap<>();
    private Map<Hash128, EncodedRow> fresh = Map.of();
    private OptionalLong position = OptionalLong.empty();

    UsageGroup(List<Submission> submissions) {
        this.submissions = submissions;
        submissions.forEach(
                submission -> submission.rows().forEach(row -> firsts.putIfAbsent(row.key(), row)));
    }

    /// Optimistic unless duplicates were seen lately: a look-up of every key costs more than the
    /// rare second copy, and less than a frequent one. The unique index judges in both cases.
    void commit(Connection connection, boolean lookFirst, Supplier<UUID> chunkIds)
            throws SQLException {
        if (lookFirst) {
            findStored(connection);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                if (copyAndCommit(connection, chunkIds.get())) {
                    return;
                }
                findStored(connection);
            } catch (SQLException e) {
                connection.rollback();
                if (!DEADLOCK.equals(e.getSQLState()) || attempt == ATTEMPTS_MAX) {
                    throw e;
                }
            }
            if (attempt == ATTEMPTS_MAX) {
                throw new SQLException(
                        "keys were taken by others in each of " + attempt + " attempts",
                        UNIQUE_VIOLATION);
            }
        }
    }

    /// False when a key turned out to be taken; the transaction is then as before.
    private boolean copyAndCommit(Connection connection, UUID chunkId) throws SQLException {
        fresh = new LinkedHashMap<>(firsts);
        fresh.keySet().removeAll(stored.keySet());
        if (fresh.isEmpty()) {
            connection.rollback();
            return true;
        }
        Savepoint before = connection.setSavepoint();
        try {
            UsageCopy.copy(connection, chunkId, fresh.values());
        } catch (SQLException e) {
            if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback(before);
            return false;
        }
        long chunkPosition =
                LogSql.insertChunkAndCommit(connection, chunkId, fresh.size(), metadata());
        remember(chunkPosition);
        return true;
    }

    private void remember(long chunkPosition) {
        int ordinal = 0;
        for (EncodedRow row : fresh.values()) {
            stored.put(
                    row.key(),
                    new StoredKey(row.contentHash(), new EventRef(chunkPosition, ordinal++)));
        }
        position = OptionalLong.of(chunkPosition);
    }

    private void findStored(Connection connection) throws SQLException {
        stored.putAll(UsageKeys.find(connection, firsts.keySet()));
    }

    private byte[] metadata() {
        return JSON.writeValueAsBytes(
                Map.of("requests", submissions.stream().map(Submission::origin).toList()));
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
            for (EncodedRow row : submission.rows()) {
                outcomes.add(outcome(row, notYetAccepted.remove(row.key())));
            }
            submission.answer(outcomes);
        }
    }

    private UsageOutcome outcome(EncodedRow row, boolean isTheStoredOne) {
        StoredKey there = stored.get(row.key());
        if (there == null) {
            throw new IllegalStateException(
                    "a row of a committed group was neither stored nor found");
        }
        if (isTheStoredOne) {
            return new Accepted(there.ref());
        }
        return there.contentHash().equals(row.contentHash())
                ? new Duplicate(there.ref())
                : new Conflict();
    }
}
