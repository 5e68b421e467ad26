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

/// SHA-256 of every table of the read model that the catalogue knows; a new table joins by itself.
/// Tokens and the history of migrations are no projection.
public final class ReadModelHash {

    private static final String TABLES =
            """
            select c.relname,
                   (select string_agg(quote_ident(a.attname), ', ' order by array_position(i.indkey::int2[], a.attnum))
                    from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
                    where i.indrelid = c.oid and i.indisprimary)
            from pg_class c
            where c.relnamespace = 'read_model'::regnamespace and c.relkind = 'r'
              and c.relname not in ('token_entry', 'flyway_history')
            """;

    private ReadModelHash() {}

    public static Map<String, String> of(Connection connection) throws SQLException, IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (String[] table : tables(connection)) {
            hashes.put(table[0], hash(connection, table[0], table[1]));
        }
        return hashes;
    }

    private static List<String[]> tables(Connection connection) throws SQLException {
        List<String[]> tables = new ArrayList<>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                tables.add(new String[] {row.getString(1), row.getString(2)});
            }
        }
        return tables;
    }

    private static String hash(Connection connection, String table, String key)
            throws SQLException, IOException {
        var digest = sha256();
        var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
        long rows =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(
                                "copy (select * from read_model."
                                        + table
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
