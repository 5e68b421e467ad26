package io.tallystick.app.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.app.People;
import io.tallystick.app.RunningApplication;
import io.tallystick.command.Commands;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every route, every kind of caller, every place in which something may be.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatrixTest extends RunningApplication {

    @Autowired private JdbcClient jdbc;
    @Autowired private People people;
    @Autowired private Commands commands;
    @Autowired private Clock clock;
    @Autowired private PasswordEncoder passwords;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    private Town town;

    @BeforeAll
    void build() {
        var furniture = new Furniture(jdbc, people, commands, clock, passwords);
        town = new Town(api(), furniture, PASSWORD);
    }

    @Test
    void every_route_of_the_api_is_in_the_table_and_nothing_else() {
        assertKnown(Routes.of(mapping, true), ApiTable.ENTRIES, "ApiTable");
    }

    @Test
    void every_page_is_in_the_table_and_nothing_else() {
        assertKnown(Routes.of(mapping, false), PageTable.ENTRIES, "PageTable");
    }

    @Test
    void every_request_is_answered_as_the_tables_say_and_shows_nothing_of_others() {
        var before = Snapshot.of(town);
        var matrix = new Matrix(town);

        asked(ApiTable.ENTRIES).forEach(entry -> matrix.ask(entry, town.keys()));
        asked(PageTable.ENTRIES).forEach(entry -> matrix.ask(entry, town.people()));

        assertThat(matrix.faults()).isEmpty();
        assertThat(Snapshot.of(town)).isEqualTo(before);
        assertThat(unseen(matrix.seen(), before + Snapshot.page(town))).isEmpty();
    }

    @Test
    void a_session_opens_no_route_of_the_api() {
        var crossed = new Crossed(town);
        for (PageAsker person : town.people()) {
            for (Entry entry : asked(ApiTable.ENTRIES)) {
                crossed.expectNoKey(person, entry);
            }
        }
    }

    @Test
    void a_key_opens_no_page() {
        var crossed = new Crossed(town);
        for (KeyAsker key : town.keys()) {
            for (Entry entry : asked(PageTable.ENTRIES)) {
                crossed.expectLogin(key, entry);
            }
        }
    }

    private static void assertKnown(Set<String> routes, List<Entry> entries, String table) {
        Set<String> known = Routes.known(entries);
        assertThat(without(routes, known))
                .as(
                        "Routes that the matrix cannot ask. Add a line to %s for each: its Rule, the body that it takes and whose {id} it has; then write docs/permissions.md anew.",
                        table)
                .isEmpty();
        assertThat(without(known, routes)).as("Lines of %s whose routes are gone", table).isEmpty();
        for (String route : routes) {
            assertThat(Cells.unknownPlaceholders(route))
                    .as("Parts of %s that nobody can fill. Teach Cell.value and Cells.", route)
                    .isEmpty();
        }
    }

    private static Set<String> without(Set<String> all, Set<String> taken) {
        return all.stream().filter(it -> !taken.contains(it)).collect(Collectors.toSet());
    }

    private static List<Entry> asked(List<Entry> entries) {
        return entries.stream().filter(entry -> entry.rule() != Rule.OPEN).toList();
    }

    /// A mark that nobody is ever shown would be missed in vain.
    private Set<String> unseen(Set<String> seen, String snapshot) {
        Set<String> marks =
                town.houses()
                        .all()
                        .flatMap(House::marks)
                        .collect(Collectors.toCollection(HashSet::new));
        marks.removeAll(seen);
        marks.removeIf(snapshot::contains);
        return marks;
    }
}
