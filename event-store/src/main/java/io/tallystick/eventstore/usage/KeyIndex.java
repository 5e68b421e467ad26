package io.tallystick.eventstore.usage;

import io.tallystick.eventstore.LogUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.UUID;
import javax.sql.DataSource;

/// Looks idempotency keys up, for ever and exactly. Filters only spare it windows in which a key
/// cannot be.
public final class KeyIndex {

    private static final String FIND =
            """
            select usage_key.key, usage_key.content, usage_key.ordinal, entry.position
            from unnest(?::integer[], ?::uuid[]) as wanted (key_window, key)
            join event_log.usage_key on usage_key.key_window = wanted.key_window and usage_key.key = wanted.key
            join event_log.entry on entry.id = usage_key.chunk::text
            """;

    /// Bounds a statement when many keys have to be looked for in many windows.
    private static final int PLACES_MAX = 50_000;

    private final DataSource dataSource;
    private final KeyWindows windows;

    public KeyIndex(DataSource dataSource, KeyWindows windows) {
        this.dataSource = dataSource;
        this.windows = windows;
    }

    /// Which of the keys are in the log already.
    public Map<Hash128, StoredKey> find(Collection<Hash128> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        try (Connection connection = dataSource.getConnection()) {
            int open = KeyWindowSql.openWindow(connection);
            Map<Hash128, StoredKey> found = findInClosed(connection, open, keys);
            found.putAll(findIn(connection, open, keys));
            return found;
        } catch (SQLException e) {
            throw new LogUnavailable("idempotency keys could not be read", e);
        }
    }

    /// Whether one of the keys has to be looked for in a closed window. Nothing is asked.
    boolean mayBeInClosed(int openWindow, Collection<Hash128> keys) {
        NavigableMap<Integer, KeyFilter> filters = windows.filters();
        for (int window = openWindow - 1; window > 0; window--) {
            KeyFilter filter = filters.get(window);
            if (filter == null || keys.stream().anyMatch(filter::mayContain)) {
                return true;
            }
        }
        return false;
    }

    Map<Hash128, StoredKey> findInClosed(
            Connection connection, int openWindow, Collection<Hash128> keys) throws SQLException {
        NavigableMap<Integer, KeyFilter> filters = windows.filters();
        var places = new Places(connection);
        for (int window = openWindow - 1; window > 0; window--) {
            KeyFilter filter = filters.get(window);
            for (Hash128 key : keys) {
                if (filter == null || filter.mayContain(key)) {
                    places.add(window, key);
                }
            }
        }
        return places.found();
    }

    Map<Hash128, StoredKey> findIn(Connection connection, int window, Collection<Hash128> keys)
            throws SQLException {
        var places = new Places(connection);
        for (Hash128 key : keys) {
            places.add(window, key);
        }
        return places.found();
    }

    /// Keys and the windows in which they may be, looked up some thousands at a time.
    private static final class Places {

        private final Connection connection;
        private final List<Integer> inWindows = new ArrayList<>();
        private final List<UUID> keys = new ArrayList<>();
        private final Map<Hash128, StoredKey> found = new HashMap<>();

        private Places(Connection connection) {
            this.connection = connection;
        }

        void add(int window, Hash128 key) throws SQLException {
            inWindows.add(window);
            keys.add(key.toUuid());
            if (keys.size() == PLACES_MAX) {
                look();
            }
        }

        Map<Hash128, StoredKey> found() throws SQLException {
            look();
            return found;
        }

        private void look() throws SQLException {
            if (keys.isEmpty()) {
                return;
            }
            try (PreparedStatement statement = connection.prepareStatement(FIND)) {
                statement.setArray(1, connection.createArrayOf("integer", inWindows.toArray()));
                statement.setArray(2, connection.createArrayOf("uuid", keys.toArray()));
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        UUID key = row.getObject(1, UUID.class);
                        found.put(
                                new Hash128(
                                        key.getMostSignificantBits(),
                                        key.getLeastSignificantBits()),
                                new StoredKey(
                                        row.getLong(2),
                                        new EventRef(row.getLong(4), row.getInt(3))));
                    }
                }
            }
            inWindows.clear();
            keys.clear();
        }
    }
}
