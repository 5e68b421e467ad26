package io.tallystick.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.edge.caller.ApiKeySecret;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

/// What the first start leaves behind: hashes, and no secret anywhere.
class InstallationTest extends RunningApplication {

    @Autowired private Installation installation;

    @Test
    void no_table_holds_the_key_or_the_password() throws SQLException {
        // A confused client, which a page must not remember.
        api().get("/customers/any", "Accept", "text/html");
        var browser = new Browser(api().base());
        assertThat(browser.signIn("operator", PASSWORD).location()).isEqualTo("/");

        assertThat(tablesWith(KEY)).isEmpty();
        assertThat(tablesWith(PASSWORD)).isEmpty();
    }

    @Test
    void what_a_person_mistyped_is_kept_nowhere() throws SQLException {
        var browser = new Browser(api().base());
        browser.get("/");

        assertThat(browser.signIn("operator", "a-mistyped-password").location())
                .isEqualTo("/login?error");
        assertThat(browser.signIn("a-password-as-a-name", "operator").location())
                .isEqualTo("/login?error");

        assertThat(tablesWith("a-mistyped-password")).isEmpty();
        assertThat(tablesWith("a-password-as-a-name")).isEmpty();
    }

    @Test
    void the_search_would_find_what_is_there() throws SQLException {
        assertThat(tablesWith("operator")).contains("event_log.entry", "work.operator");
        assertThat(tablesWith("access.OperatorInstalled")).contains("event_log.entry");
        assertThat(tablesWith(ApiKeySecret.prefix(KEY)))
                .contains("event_log.entry", "work.api_key");
    }

    @Test
    void of_the_key_there_is_a_hash_and_of_the_password_a_slow_one() throws SQLException {
        assertThat(
                        rows(
                                "select encode(secret_hash, 'hex') from work.api_key where scope = 'operator' and name = 'Operator key'"))
                .containsExactly(HexFormat.of().formatHex(ApiKeySecret.hash(KEY)));
        assertThat(rows("select password_hash from work.operator"))
                .singleElement()
                .asString()
                .startsWith("$2");
    }

    @Test
    void no_hash_is_part_of_a_fact() throws SQLException {
        String passwordHash = rows("select password_hash from work.operator").getFirst();

        assertThat(tablesWith(passwordHash)).containsExactly("work.operator");
        assertThat(
                        rows(
                                "select encode(payload, 'escape') from event_log.entry where type = 'access.ApiKeyIssued' and position < 5"))
                .singleElement()
                .asString()
                .contains(ApiKeySecret.prefix(KEY))
                .doesNotContain(HexFormat.of().formatHex(ApiKeySecret.hash(KEY)))
                .doesNotContainIgnoringCase("hash");
    }

    @Test
    void a_second_start_finds_its_work_done() throws SQLException {
        String head = "select max(position)::text from event_log.entry";
        List<String> before = rows(head);

        installation.run(new DefaultApplicationArguments());

        assertThat(rows(head)).isEqualTo(before);
        assertThat(rows("select login from work.operator")).containsExactly("operator");
    }

    /// Tables of which a row has the text in a column, as text or as bytes.
    private static List<String> tablesWith(String text) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var connection = database().connection()) {
            for (String table : tables(connection)) {
                if (holds(connection, table, text)) {
                    found.add(table);
                }
            }
        }
        return found;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        return rows(
                connection,
                """
                select schemaname || '.' || tablename from pg_tables
                where schemaname in ('event_log', 'work', 'read_model') order by 1
                """);
    }

    private static boolean holds(Connection connection, String table, String text)
            throws SQLException {
        String sql =
                "select exists (select from "
                        + table
                        + " t where position(? in t::text) > 0 or position(? in t::text) > 0)";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, text);
            statement.setString(2, HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static List<String> rows(String sql) throws SQLException {
        try (var connection = database().connection()) {
            return rows(connection, sql);
        }
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(requireNonNull(rows.getString(1)));
            }
            return values;
        }
    }
}
