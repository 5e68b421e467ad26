package io.tallystick.app.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/// One statement on a connection of its own.
final class Sql {

    private Sql() {}

    static PGSimpleDataSource source(DatabaseAccess access) {
        var source = new PGSimpleDataSource();
        source.setUrl(access.url());
        source.setUser(access.user());
        source.setPassword(access.password());
        return source;
    }

    static void run(DatabaseAccess access, String sql) throws SQLException {
        try (var connection = source(access).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// The rows' first column.
    static List<String> read(DatabaseAccess access, String sql) throws SQLException {
        try (var connection = source(access).getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
