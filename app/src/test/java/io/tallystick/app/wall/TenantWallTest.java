package io.tallystick.app.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallystick.app.wall.Tables.Table;
import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.testing.TestDatabase.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a reader sees of each table when a query forgets its `where`, even one on which it was
/// given a right by mistake.
@Tag("postgres15")
class TenantWallTest {

    private static final TestDatabase DATABASE =
            TestDatabase.with(Schema.EVENT_LOG, Schema.WORK, Schema.READ_MODEL);

    private final UUID tenant = UUID.randomUUID();
    private final UUID customer = UUID.randomUUID();
    private Connection connection;

    @BeforeEach
    void begin() throws SQLException {
        connection = DATABASE.connection();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void rollBack() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    static Stream<String> walled() {
        return Tables.ALL.stream()
                .filter(table -> table.policies().contains("tenant"))
                .map(Table::name);
    }

    static Stream<String> all() {
        return Tables.ALL.stream().map(Table::name);
    }

    @ParameterizedTest
    @MethodSource("walled")
    void a_reader_sees_its_tenant_and_its_customer_and_nothing_without_them(String table)
            throws SQLException {
        UUID other = UUID.randomUUID();
        var rows = new SampleRows(connection);
        rows.insert(table, tenant, customer);
        rows.insert(table, other, UUID.randomUUID());
        boolean hasCustomer = hasColumn(table, "customer_id");
        if (hasCustomer) {
            rows.insert(table, tenant, UUID.randomUUID());
        }
        execute("grant select on " + table + " to tallystick_reader");
        execute("set local role tallystick_reader");

        assertThat(seen(table, null, null)).as("no tenant").isZero();
        assertThat(seen(table, tenant, null)).as("tenant").isEqualTo(hasCustomer ? 2 : 1);
        assertThat(seen(table, tenant, customer)).as("customer").isEqualTo(1);
        assertThat(seen(table, null, customer)).as("a customer of nobody").isZero();
        if (hasCustomer) {
            assertThat(seen(table, other, customer)).as("another's customer").isZero();
        }
        execute("select set_config('tallystick.tenant', '" + tenant + "', true)");
        assertThat(count("select count(*) from %s where tenant_id <> '%s'", table, tenant))
                .as("rows of others")
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_reader_writes_nowhere(String table) throws SQLException {
        execute("set local role tallystick_reader");
        for (String sql :
                List.of(
                        "insert into %s default values",
                        "update %s set %s = null", "delete from %s", "truncate %s")) {
            var before = connection.setSavepoint();
            assertThatThrownBy(() -> execute(sql.formatted(table, firstColumn(table))))
                    .as(sql)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
            connection.rollback(before);
        }
    }

    @Test
    void the_installation_shows_partners_dead_letters_and_mails_only() throws SQLException {
        var rows = new SampleRows(connection);
        for (String table : walled().toList()) {
            rows.insert(table, tenant, customer);
            execute("grant select on " + table + " to tallystick_reader");
        }
        execute("set local role tallystick_reader");
        execute("select set_config('tallystick.installation', 'on', true)");

        assertThat(walled().filter(table -> seen(table, null, null) > 0))
                .containsExactlyInAnyOrder(
                        "work.outbox",
                        "read_model.partner_all",
                        "read_model.usage_dead_letter_all",
                        "read_model.contact_dead_letter_all");
    }

    @Test
    void of_the_log_a_reader_learns_where_usage_is_and_nothing_else() throws SQLException {
        execute(
                """
                insert into event_log.entry (position, kind, id, type, metadata, message_at)
                values (2, 'usage_chunk', '1', 'usage', 'whose', now())
                """);
        execute("set local role tallystick_reader");

        String positions = "select coalesce(sum(position), 0) from event_log.entry";
        assertThat(count(positions)).as("no tenant").isZero();
        execute("select set_config('tallystick.tenant', '" + tenant + "', true)");
        assertThat(count(positions)).as("without the fact at 1").isEqualTo(2);
        assertThatThrownBy(() -> execute("select metadata from event_log.entry"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void a_request_that_brought_usage_is_found_by_its_own_tenant_and_customer()
            throws SQLException {
        execute(
                """
                insert into event_log.entry (position, kind, id, type, metadata, message_at)
                values (2, 'usage_chunk', '1', 'usage', convert_to('{"requests": [
                  {"tenantId": "%1$s", "customerId": "%2$s", "requestId": "ours"},
                  {"tenantId": "%1$s", "requestId": "partners"},
                  {"tenantId": "%3$s", "requestId": "foreign"}]}', 'UTF8'), now())
                """
                        .formatted(tenant, customer, UUID.randomUUID()));
        execute("set local role tallystick_reader");

        assertThat(requests()).as("no tenant").isEmpty();
        execute("select set_config('tallystick.tenant', '" + tenant + "', true)");
        assertThat(requests()).containsExactly("ours", "partners");
        execute("select set_config('tallystick.customer', '" + customer + "', true)");
        assertThat(requests()).containsExactly("ours");
    }

    private List<String> requests() throws SQLException {
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select line ->> 'requestId' from event_log.request_of_usage(null, null, null, 2)")) {
            List<String> found = new ArrayList<>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }

    private boolean hasColumn(String table, String column) {
        return count(
                        "select count(*) from pg_attribute where attrelid = '%s'::regclass and attname = '%s'",
                        table, column)
                == 1;
    }

    private String firstColumn(String table) throws SQLException {
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select attname from pg_attribute where attrelid = to_regclass('%s') and attnum = 1"
                                        .formatted(table))) {
            row.next();
            return row.getString(1);
        }
    }

    private long seen(String table, @Nullable UUID ofTenant, @Nullable UUID ofCustomer) {
        count("select length(set_config('tallystick.tenant', '%s', true))", text(ofTenant));
        count("select length(set_config('tallystick.customer', '%s', true))", text(ofCustomer));
        return count("select count(*) from %s", table);
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }

    private long count(String sql, Object... parts) {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql.formatted(parts))) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
