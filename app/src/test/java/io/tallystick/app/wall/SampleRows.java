package io.tallystick.app.wall;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A row for any table: whatever has no default gets something of its type, each time another.
/// References are not looked at.
final class SampleRows {

    private static final String COLUMNS =
            """
            select array_agg(a.attname::text order by a.attnum), array_agg(t.typname::text order by a.attnum)
            from pg_attribute a join pg_type t on t.oid = a.atttypid
            where a.attrelid = '%s'::regclass and a.attnum > 0 and not a.attisdropped
              and a.attgenerated = '' and ((a.attnotnull and not a.atthasdef) or a.attname = 'customer_id')
            """;

    private final Connection connection;
    private int number;

    SampleRows(Connection connection) throws SQLException {
        this.connection = connection;
        execute("set session_replication_role = replica");
    }

    /// @param customer left out where the table has no customer
    void insert(String table, UUID tenant, @Nullable UUID customer) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(COLUMNS.formatted(table))) {
            row.next();
            String[] names = (String[]) row.getArray(1).getArray();
            String[] types = (String[]) row.getArray(2).getArray();
            number++;
            var values = Stream.<String>builder();
            for (int i = 0; i < names.length; i++) {
                values.add(value(table, names[i], types[i], tenant, customer));
            }
            execute(
                    "insert into %s (%s) values (%s)"
                            .formatted(
                                    table,
                                    String.join(", ", names),
                                    values.build().collect(Collectors.joining(", "))));
        }
    }

    private String value(
            String table, String column, String type, UUID tenant, @Nullable UUID customer) {
        String special = Tables.SAMPLES.get(table + "." + column);
        if (special != null) {
            return special.replace(":tenant", tenant.toString());
        }
        return switch (column) {
            case "tenant_id" -> "'" + tenant + "'";
            case "customer_id" -> customer == null ? "null" : "'" + customer + "'";
            default -> value(type);
        };
    }

    private String value(String type) {
        return switch (type) {
            case "uuid" -> "gen_random_uuid()";
            case "text", "varchar", "bpchar" -> "'sample-" + number + "'";
            case "bytea" -> "convert_to('" + number + "', 'UTF8')";
            case "bool" -> "true";
            case "timestamptz" -> "now()";
            case "date" -> "current_date";
            case "jsonb" -> "'{}'";
            case "_text" -> "'{}'";
            default -> Integer.toString(number);
        };
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
