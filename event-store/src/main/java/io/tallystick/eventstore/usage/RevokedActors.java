package io.tallystick.eventstore.usage;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// How the log finds out whose right to add usage has ended, without knowing what a right is.
///
/// It is asked in the statement that gives a chunk its position, once for all senders of the chunk.
/// Whoever revokes takes a position under the same lock, so that every revoke with a lower position
/// is seen, and no row gets a higher one.
///
/// @param sql a query whose one parameter is a `text[]` of actors' ids, and which answers those
///   that are revoked. It is asked under the position lock: it must find them by an index
public record RevokedActors(String sql) {

    /// For a log whose senders nobody ever revokes.
    public static final RevokedActors NONE =
            new RevokedActors("select actor from unnest(?::text[]) as asked (actor) where false");

    Set<String> among(Connection connection, Collection<String> actors) throws SQLException {
        Set<String> revoked = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, array(connection, actors));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    revoked.add(row.getString(1));
                }
            }
        }
        return revoked;
    }

    static Array array(Connection connection, Collection<String> actors) throws SQLException {
        return connection.createArrayOf("text", actors.toArray());
    }
}
