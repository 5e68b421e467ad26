package io.tallystick.app;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;

/// SHA-256 of what readers see of every table of a projection, in the order of the table's key. A
/// table that the catalogue knows joins by itself: one with a generation is read through its view.
/// Tokens, generations, nodes and the history of migrations are no projection.
public final class ReadModelHash {

    private static final String VIEWS =
            """
            select v.relname,
                   (select string_agg(quote_ident(a.attname), ', ' order by array_position(i.indkey::int2[], a.attnum))
                    from pg_index i join pg_attribute a on a.attrelid = t.oid and a.attnum = any (i.indkey)
                    where i.indrelid = t.oid and i.indisprimary and a.attname <> 'generation')
            from pg_class t
            left join pg_class v
              on v.relnamespace = t.relnamespace and v.relkind = 'v' and v.relname || '_all' = t.relname
            where t.relnamespace = 'read_model'::regnamespace and t.relkind = 'r'
              and t.relname not in
                  ('token_entry', 'flyway_history', 'projection_generation', 'projection_node')
            """;

    private ReadModelHash() {}

    public static Map<String, String> of(Connection connection) throws SQLException, IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (String[] view : views(connection)) {
            hashes.put(view[0], hash(connection, view[0], view[1]));
        }
        return hashes;
    }

    /// What a replay that was asked for leaves as it was. Who asked is a fact, and the system log
    /// has an entry for every fact.
    public static Map<String, String> withoutSystemLog(Connection connection)
            throws SQLException, IOException {
        Map<String, String> hashes = of(connection);
        hashes.keySet().removeIf(table -> table.startsWith("system_log"));
        return hashes;
    }

    private static List<String[]> views(Connection connection) throws SQLException {
        List<String[]> views = new ArrayList<>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(VIEWS)) {
            while (row.next()) {
                String view = row.getString(1);
                if (view == null) {
                    throw new IllegalStateException("a table that no reader sees");
                }
                views.add(new String[] {view, row.getString(2)});
            }
        }
        return views;
    }

    private static String hash(Connection connection, String view, String key)
            throws SQLException, IOException {
        var digest = sha256();
        var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
        long rows =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(
                                "copy (select * from read_model."
                                        + view
                                        + " order by "
                                        + key
                                        + ") to stdout",
                                out);
        return rows + " rows " + HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
