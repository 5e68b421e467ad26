package io.tallystick.app.wall;

import io.tallystick.app.wall.Tables.Table;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What PostgreSQL itself says of the tables of the three schemas.
final class Catalogue {

    private static final String SCHEMAS =
            "('event_log'::regnamespace, 'work'::regnamespace, 'read_model'::regnamespace)";

    private static final String TABLES =
            """
            select t.oid::regclass::text,
                   array(select polname::text from pg_policy where polrelid = t.oid order by polname)
            from pg_class t where t.relnamespace in %s and t.relkind in ('r', 'p')
            """
                    .formatted(SCHEMAS);

    private static final String HALF_WALLED =
            """
            select t.oid::regclass::text from pg_class t
            where t.relnamespace in %s and t.relkind in ('r', 'p')
              and (t.relrowsecurity, t.relforcerowsecurity, exists (select from pg_policy where polrelid = t.oid))
                  not in ((true, true, true), (false, false, false))
            """
                    .formatted(SCHEMAS);

    private static final String POLICIES =
            """
            select distinct policyname || ' ' || cmd || ' ' || roles::text || ' ' || permissive
            from pg_policies where schemaname in ('event_log', 'work', 'read_model')
            """;

    private static final String KEYS =
            """
            select distinct t.oid::regclass || ' (' ||
              (select string_agg(a.attname, ', ' order by k.n)
               from unnest(i.indkey::int2[]) with ordinality k (attnum, n)
               join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum
               where a.attname <> 'generation' or t.relname not like '%%\\_all') || ')'
            from pg_index i join pg_class t on t.oid = i.indrelid
            where i.indisunique and t.relnamespace in %s and t.relname <> 'flyway_history'
            """
                    .formatted(SCHEMAS);

    private static final String READABLE =
            """
            select t.oid::regclass::text from pg_class t
            where t.relnamespace in %s and t.relkind in ('r', 'p')
              and has_any_column_privilege('tallystick_reader', t.oid, 'select')
            """
                    .formatted(SCHEMAS);

    private static final String READABLE_COLUMNS =
            """
            select t.relname || ' ' || string_agg(a.attname, ', ' order by a.attname)
            from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
            where t.relnamespace = '%s'::regnamespace and t.relkind in ('r', 'p', 'v', 'm')
              and has_column_privilege('tallystick_reader', t.oid, a.attnum, 'select')
            group by t.relname
            """;

    private static final String VIEWS_OF_THEIR_OWNER =
            """
            select t.oid::regclass::text from pg_class t
            where t.relnamespace in %s and t.relkind in ('v', 'm')
              and coalesce(t.reloptions, '{}') <> '{security_invoker=true}'
            """
                    .formatted(SCHEMAS);

    private final Connection connection;

    Catalogue(Connection connection) {
        this.connection = connection;
    }

    List<Table> tables() throws SQLException {
        return query(
                TABLES,
                row -> {
                    Array policies = row.getArray(2);
                    return new Table(row.getString(1), List.of((String[]) policies.getArray()), "");
                });
    }

    /// With policies that are not in force, or the other way round.
    List<String> halfWalled() throws SQLException {
        return names(HALF_WALLED);
    }

    List<String> policies() throws SQLException {
        return names(POLICIES);
    }

    /// Without the generation, which comes before the tenant.
    List<String> uniqueKeys() throws SQLException {
        return names(KEYS);
    }

    /// Of which a reader may select something.
    List<String> readable() throws SQLException {
        return names(READABLE);
    }

    /// A line for each table of a schema of which a reader may select something.
    List<String> readableColumns(String schema) throws SQLException {
        return names(READABLE_COLUMNS.formatted(schema));
    }

    /// A view that is read with the rights of its owner goes around the wall.
    List<String> viewsOfTheirOwner() throws SQLException {
        return names(VIEWS_OF_THEIR_OWNER);
    }

    private List<String> names(String sql) throws SQLException {
        return query(sql, row -> row.getString(1));
    }

    private <T> List<T> query(String sql, Reading<T> reading) throws SQLException {
        List<T> found = new ArrayList<>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                found.add(reading.of(row));
            }
        }
        return found;
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
