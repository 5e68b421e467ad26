package io.tallystick.eventstore.usage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Looks idempotency keys up, for ever and exactly.
final class UsageKeys {

    private static final String FIND =
            """
            select usage.idempotency_key, usage.content_hash, usage.ordinal, entry.position
            from event_log.usage join event_log.entry on entry.id = usage.chunk_id::text
            where usage.idempotency_key = any (?)
            """;

    private UsageKeys() {}

    static Map<Hash128, StoredKey> find(Connection connection, Collection<Hash128> keys)
            throws SQLException {
        Map<Hash128, StoredKey> found = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "bytea", keys.stream().map(Hash128::bytes).toArray(byte[][]::new)));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.put(
                            Hash128.ofBytes(row.getBytes(1)),
                            new StoredKey(
                                    Hash128.ofBytes(row.getBytes(2)),
                                    new EventRef(row.getLong(4), row.getInt(3))));
                }
            }
        }
        return found;
    }
}
