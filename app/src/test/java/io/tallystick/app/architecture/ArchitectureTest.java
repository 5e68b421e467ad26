package io.tallystick.app.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.tallystick.command.access.OpenEmailChange;
import io.tallystick.command.access.OpenInvitation;
import io.tallystick.command.access.clients.OpenClientInvitation;
import io.tallystick.command.access.embed.EmbedDoor;
import io.tallystick.edge.wall.WorkRead;
import io.tallystick.query.position.ConsistentRead;
import io.tallystick.query.position.ProjectionWatch;
import io.tallystick.query.projections.ProjectionsQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;

/// Data flows one way. The table is the one in `docs/architecture.md`; a line that needs another
/// arrow needs another design.
class ArchitectureTest {

    private static final String ROOT = "io.tallystick.";

    /// Room → rooms that it may depend on.
    private static final Map<String, Set<String>> ARROWS = new LinkedHashMap<>();

    static {
        ARROWS.put("events", Set.of());
        ARROWS.put("rating", Set.of("events"));
        ARROWS.put("eventstore", Set.of("events"));
        ARROWS.put("edge", Set.of("events"));
        ARROWS.put("readmodel", Set.of());
        ARROWS.put("ingest", Set.of("events", "rating", "edge", "eventstore"));
        ARROWS.put("command", Set.of("events", "rating", "edge", "eventstore"));
        ARROWS.put("projections", Set.of("events", "rating", "readmodel", "eventstore"));
        ARROWS.put("query", Set.of("events", "rating", "edge", "readmodel", "eventstore"));
        ARROWS.put("effects", Set.of("events", "edge"));
        ARROWS.put("portal", Set.of("edge", "command", "query"));
        ARROWS.put(
                "app",
                Set.of(
                        "events",
                        "rating",
                        "eventstore",
                        "edge",
                        "readmodel",
                        "ingest",
                        "command",
                        "projections",
                        "query",
                        "effects",
                        "portal"));
    }

    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.tallystick");

    @Test
    void every_room_depends_only_on_the_rooms_that_its_row_names() {
        var rooms = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String room : ARROWS.keySet()) {
            rooms = rooms.layer(room).definedBy(ROOT + room + "..");
        }
        for (var row : ARROWS.entrySet()) {
            rooms =
                    row.getValue().isEmpty()
                            ? rooms.whereLayer(row.getKey()).mayNotAccessAnyLayer()
                            : rooms.whereLayer(row.getKey())
                                    .mayOnlyAccessLayers(row.getValue().toArray(String[]::new));
        }
        rooms.check(PRODUCT);
    }

    @Test
    void every_class_is_in_a_room() {
        String[] packages =
                ARROWS.keySet().stream().map(room -> ROOT + room + "..").toArray(String[]::new);
        classes().should().resideInAnyPackage(packages).check(PRODUCT);
    }

    @Test
    void the_core_knows_nothing_but_java() {
        ArchRule rule =
                classes()
                        .that()
                        .resideInAnyPackage("io.tallystick.events..", "io.tallystick.rating..")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                "java..",
                                "org.jspecify..",
                                "io.tallystick.events..",
                                "io.tallystick.rating..");
        rule.check(PRODUCT);
    }

    @Test
    void time_is_a_value_in_the_core_and_in_projections() {
        ArchRule rule =
                noClasses()
                        .that()
                        .resideInAnyPackage(
                                "io.tallystick.events..",
                                "io.tallystick.rating..",
                                "io.tallystick.projections..")
                        .should()
                        .dependOnClassesThat()
                        .belongToAnyOf(Clock.class)
                        .orShould()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis");
        rule.check(PRODUCT);
    }

    @Test
    void nobody_asks_the_machine_for_the_time_without_a_clock() {
        noClasses().should().callMethod(Instant.class, "now").check(PRODUCT);
    }

    @Test
    void features_of_one_side_do_not_know_each_other() {
        for (String side : Set.of("command", "query", "projections")) {
            // What all features of a side share lives in its root or in a technical package without
            // events.
            slices().matching(
                            ROOT
                                    + side
                                    + ".(access|usage|audit|credits|billing|contacts|settings|reports|support|webhooks)..")
                    .should()
                    .notDependOnEachOther()
                    .check(PRODUCT);
        }
    }

    @Test
    void only_effects_reach_the_outside() {
        // The demo speaks to its own server.
        noClasses()
                .that()
                .resideOutsideOfPackages("io.tallystick.effects..", "io.tallystick.app.demo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net.http..",
                        "org.apache.hc..",
                        "org.springframework.mail..",
                        "jakarta.mail..")
                .check(PRODUCT);
    }

    @Test
    void only_projections_touch_the_tables_that_they_write() {
        // The query side reads through the same generated classes; it never uses jOOQ's statements
        // that write.
        noClasses()
                .that()
                .resideOutsideOfPackage("io.tallystick.projections..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.jooq\\.(Insert|Update|Delete|Merge|Truncate).*")
                .check(PRODUCT);
    }

    @Test
    void queries_reach_the_database_through_the_wall() {
        // ConsistentRead and WorkRead give them the database, once they know what may be seen. What
        // the others ask says nothing of a tenant: how far projections are.
        noFields()
                .that()
                .areDeclaredInClassesThat(SHOWS)
                .and()
                .areDeclaredInClassesThat()
                .areMetaAnnotatedWith(Component.class)
                .and()
                .areDeclaredInClassesThat()
                .doNotBelongToAnyOf(
                        ConsistentRead.class,
                        WorkRead.class,
                        ProjectionWatch.class,
                        ProjectionsQuery.class)
                .should()
                .haveRawType(assignableTo(DSLContext.class))
                .orShould()
                .haveRawType(assignableTo(JdbcClient.class))
                .orShould()
                .haveRawType(assignableTo(JdbcOperations.class))
                .orShould()
                .haveRawType(assignableTo(DataSource.class))
                .check(PRODUCT);
    }

    /// Who shows something, and which look-up it may ask as the product all the same.
    private static final Map<String, String> AROUND_THE_WALL =
            Map.ofEntries(
                    Map.entry("query.access.ApiKeysEndpoint Partners", "a path names the tenant"),
                    Map.entry("query.settings.PartnerSettingsEndpoint Partners", "a path names it"),
                    Map.entry("query.settings.PartnerSettingsEndpoint StoragePools", "a sum"),
                    Map.entry("portal.settings.SettingsDesk StoragePools", "a sum"),
                    Map.entry("query.credits.AuditEndpoint CreditAudit", "operators, of all"),
                    Map.entry("query.usage.EventsQuery Customers", "asked inside a read"),
                    Map.entry("query.usage.MeterQuery Customers", "asked inside a read"),
                    Map.entry("query.usage.Subjects Customers", "asked inside a read"),
                    Map.entry("portal.usage.QuerySide Partners", "a parameter names the tenant"),
                    Map.entry("portal.people.ProfileDesk Members", "a password has a hash"),
                    Map.entry("portal.people.InvitationPage OpenInvitation", "a link names it"),
                    Map.entry("portal.people.EmailChangePage OpenEmailChange", "a link names it"),
                    Map.entry(
                            "portal.clients.ClientInvitationPage OpenClientInvitation",
                            "a link names it"),
                    Map.entry("portal.embed.EmbedPage EmbedDoor", "a link names it"),
                    Map.entry("app.security.Accounts Members", "an address names the tenant"),
                    Map.entry("app.security.Accounts Operators", "a login names the tenant"),
                    Map.entry("app.security.SecurityConfiguration ApiKeys", "for BearerFilter"),
                    Map.entry("app.security.SecurityConfiguration RecentKeys", "for BearerFilter"),
                    Map.entry("app.security.SecurityConfiguration ApiKeyUses", "it only notes"),
                    Map.entry("app.security.SecurityConfiguration Partners", "for BearerFilter"),
                    Map.entry("edge.caller.BearerFilter ApiKeys", "a secret names the tenant"),
                    Map.entry("edge.caller.BearerFilter RecentKeys", "a secret names the tenant"),
                    Map.entry("edge.caller.BearerFilter ApiKeyUses", "it only notes"),
                    Map.entry("edge.caller.BearerFilter Partners", "a header names the tenant"),
                    Map.entry("edge.wall.VisibleTeams Partners", "a path names the tenant"));

    @Test
    void what_a_request_is_shown_of_look_ups_is_read_behind_the_wall() {
        // A look-up asks as the product, which sees all tenants. Everything else is in edge.wall.
        Set<String> found = new TreeSet<>();
        for (JavaClass shown : PRODUCT) {
            if (SHOWS.test(shown)) {
                shown.getDirectDependenciesFromSelf().stream()
                        .map(Dependency::getTargetClass)
                        .filter(ASKS_AS_THE_PRODUCT)
                        .forEach(lookUp ->
                                found.add(
                                        shown.getName().substring(ROOT.length())
                                                + " "
                                                + lookUp.getSimpleName()));
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(AROUND_THE_WALL.keySet());
    }

    private static final DescribedPredicate<JavaClass> SHOWS =
            resideInAnyPackage(
                    ROOT + "query..",
                    ROOT + "portal..",
                    ROOT + "app.security..",
                    ROOT + "app.openapi..",
                    ROOT + "edge.wall..",
                    ROOT + "edge.caller..");

    private static final Predicate<JavaClass> ASKS_AS_THE_PRODUCT =
            lookUp ->
                    lookUp.isMetaAnnotatedWith(Component.class)
                            && (lookUp.getPackageName().equals(ROOT + "edge.lookup")
                                    || lookUp.isEquivalentTo(OpenInvitation.class)
                                    || lookUp.isEquivalentTo(OpenEmailChange.class)
                                    || lookUp.isEquivalentTo(OpenClientInvitation.class)
                                    || lookUp.isEquivalentTo(EmbedDoor.class));

    @Test
    void commands_show_nothing_but_what_they_did() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(ROOT + "command..", ROOT + "ingest..")
                .should()
                .beMetaAnnotatedWith(GetMapping.class)
                .check(PRODUCT);
    }

    @Test
    void the_rules_bite() {
        // Tests of this module import what the rule forbids, so the same rule over them must fail.
        JavaClasses withTests =
                new ClassFileImporter().importPackages("io.tallystick.app.architecture");
        ArchRule rule = noClasses().should().callMethod(Instant.class, "now");
        assertThatThrownBy(() -> rule.check(withTests)).isInstanceOf(AssertionError.class);
    }

    /// Breaks a rule on purpose, for [#the_rules_bite].
    static Instant offender() {
        return Instant.now();
    }
}
