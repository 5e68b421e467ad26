package io.tallystick.app.wall;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.app.wall.Tables.Table;
import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.testing.TestDatabase.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("postgres15")
class EveryTableHasItsWallTest {

    private final TestDatabase database =
            TestDatabase.with(Schema.EVENT_LOG, Schema.WORK, Schema.READ_MODEL);
    private Connection connection;
    private Catalogue catalogue;

    @BeforeEach
    void look() throws SQLException {
        connection = database.connection();
        catalogue = new Catalogue(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void every_table_is_listed_with_its_policies() throws SQLException {
        assertThat(catalogue.tables())
                .as("see \"Adding a table\" in CONTRIBUTING.md")
                .extracting(table -> table.name() + " " + table.policies())
                .containsExactlyInAnyOrderElementsOf(
                        Tables.ALL.stream()
                                .map(table -> table.name() + " " + table.policies())
                                .toList());
    }

    @Test
    void a_table_that_is_not_simply_behind_the_wall_says_why() {
        assertThat(Tables.ALL)
                .filteredOn(table -> !table.policies().equals(List.of("product", "tenant")))
                .extracting(Table::why)
                .doesNotContain("");
    }

    @Test
    void policies_are_in_force_for_the_owner_too() throws SQLException {
        assertThat(catalogue.halfWalled()).isEmpty();
    }

    @Test
    void a_policy_lets_the_product_in_or_a_reader_look() throws SQLException {
        assertThat(catalogue.policies())
                .containsExactlyInAnyOrder(
                        "product ALL {tallystick_app} PERMISSIVE",
                        "tenant SELECT {tallystick_reader} PERMISSIVE",
                        "installation SELECT {tallystick_reader} PERMISSIVE",
                        "of_partner SELECT {tallystick_reader} PERMISSIVE",
                        "position_of_usage SELECT {tallystick_reader} PERMISSIVE");
    }

    @Test
    void unique_keys_begin_with_the_tenant_or_say_why_not() throws SQLException {
        assertThat(catalogue.uniqueKeys())
                .filteredOn(key -> !key.contains("(tenant_id"))
                .containsExactlyInAnyOrderElementsOf(Tables.KEYS.keySet());
    }

    @Test
    void a_reader_reads_what_has_a_wall_or_is_of_no_tenant() throws SQLException {
        List<String> walled =
                Tables.ALL.stream()
                        .filter(table -> !table.policies().isEmpty())
                        .map(Table::name)
                        .toList();

        assertThat(catalogue.readable())
                .isNotEmpty()
                .allMatch(table -> walled.contains(table) || Tables.READABLE.contains(table));
    }

    /// What a request may be shown of look-ups. Hashes of keys, passwords and links are not here.
    @Test
    void of_look_ups_a_reader_reads_these_columns_and_no_other() throws SQLException {
        assertThat(catalogue.readableColumns("work"))
                .containsExactlyInAnyOrderElementsOf(Tables.SHOWN_OF_WORK);
    }

    @Test
    void views_are_read_with_the_rights_of_whoever_reads() throws SQLException {
        assertThat(catalogue.viewsOfTheirOwner()).isEmpty();
    }
}
