package io.tallystick.command.credits;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// Rows of a table as records whose components are its columns. Many go in one statement.
final class LedgerRows {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    private final JdbcClient jdbc;
    private final String schema;

    /// @param schema where the tables are: `work`, or where a replay is compared with it
    LedgerRows(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.schema = schema;
    }

    /// @param sql with `$` where the name of the schema comes
    /// @return the rows of its one column, which is a row as JSON
    <R> List<R> read(Class<R> type, String sql, Map<String, ?> parameters) {
        return jdbc.sql(sql.replace("$", schema))
                .params(parameters)
                .query((row, number) -> JSON.readValue(row.getString(1), type))
                .list();
    }

    /// @param onConflict what to do with rows that are there, or nothing
    void insert(String table, Collection<? extends Record> rows, String onConflict) {
        if (!rows.isEmpty()) {
            String name = schema + "." + table;
            run(
                    "insert into %s select * from jsonb_populate_recordset(null::%s, :rows::jsonb) %s"
                            .formatted(name, name, onConflict),
                    rows);
        }
    }

    /// @param sql with `$` where the name of the schema comes and `:rows` for the rows as JSON
    void run(String sql, Collection<? extends Record> rows) {
        if (!rows.isEmpty()) {
            jdbc.sql(sql.replace("$", schema)).param("rows", json(rows)).update();
        }
    }

    static String json(Collection<? extends Record> rows) {
        return JSON.writeValueAsString(rows);
    }
}
