package io.tallystick.command.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.edge.lookup.Logos;
import io.tallystick.edge.lookup.Partners;
import io.tallystick.edge.lookup.StoragePools;
import io.tallystick.edge.picture.Png;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.settings.PartnerSectionType;
import io.tallystick.edge.settings.PartnerSections;
import io.tallystick.edge.settings.SectionsOfPartners;
import io.tallystick.events.settings.PartnerSection;
import io.tallystick.events.settings.PartnerSettingsEvent.PartnerAddOnsChanged;
import io.tallystick.events.settings.PartnerSettingsEvent.PartnerBrandingChanged;
import io.tallystick.events.settings.PartnerSettingsEvent.PartnerSenderChanged;
import io.tallystick.events.settings.PartnerSettingsEvent.PartnerStorageChanged;
import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.testing.TestDatabase.Schema;
import java.util.Map;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The sections of a partner and its storage share a version.
@SuppressWarnings("NullAway.Init")
class PartnerSettingsTest {

    private static final PartnerSection.AddOns ALL =
            new PartnerSection.AddOns(true, true, true, true);
    private static final PartnerSection.Branding PLAIN =
            new PartnerSection.Branding(null, null, null, null, null);
    private static final Png LOGO = new Png(new byte[] {1}, "9f".repeat(32));

    private static TestDatabase database;
    private static AnnotationConfigApplicationContext lookUps;

    private final UUID partner = UUID.randomUUID();
    private FixtureConfiguration<PartnerSettings> settings;

    @BeforeAll
    static void open() {
        database = TestDatabase.with(Schema.EVENT_LOG, Schema.WORK);
        lookUps = new AnnotationConfigApplicationContext();
        lookUps.registerBean(JdbcClient.class, () -> JdbcClient.create(database.dataSource()));
        lookUps.register(Partners.class, StoragePools.class, SectionsOfPartners.class, Logos.class);
        lookUps.refresh();
    }

    @AfterAll
    static void close() {
        lookUps.close();
        database.close();
    }

    @BeforeEach
    void fixture() {
        lookUps.getBean(Partners.class).reserve(partner, "p-" + partner, "Partner");
        settings = new AggregateTestFixture<>(PartnerSettings.class);
        settings.registerInjectableResource(lookUps.getBean(StoragePools.class));
        settings.registerInjectableResource(lookUps.getBean(SectionsOfPartners.class));
        settings.registerInjectableResource(lookUps.getBean(Logos.class));
    }

    @Test
    void a_section_is_changed_and_kept_for_the_next_request() {
        var after = new PartnerSection.AddOns(false, true, true, true);
        settings.givenNoPriorActivity()
                .when(change(0, PartnerSectionType.ADD_ONS, Map.of("advancedAnalytics", false)))
                .expectEvents(new PartnerAddOnsChanged(partner, ALL, after));

        assertThat(kept()).isEqualTo(PartnerSections.UNCHANGED.with(after));
    }

    @Test
    void saving_what_is_there_already_writes_no_fact() {
        settings.given(new PartnerStorageChanged(partner, 0, 5))
                .when(change(1, PartnerSectionType.ADD_ONS, Map.of("payPerCall", true)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void what_changed_before_counts_whatever_it_was() {
        settings.given(
                        new PartnerStorageChanged(partner, 0, 5),
                        new PartnerSenderChanged(
                                partner,
                                new PartnerSection.Sender(null, null),
                                new PartnerSection.Sender("Post", null)))
                .when(change(1, PartnerSectionType.ADD_ONS, Map.of("payPerCall", false)))
                .expectException(ApiProblem.class);
    }

    @Test
    void a_logo_is_a_change_of_the_branding() {
        settings.given(new PartnerStorageChanged(partner, 0, 5))
                .when(ChangePartnerLogo.of(partner, 1, LOGO))
                .expectEvents(
                        new PartnerBrandingChanged(partner, PLAIN, PLAIN.withLogo(LOGO.sha256())));
    }

    @Test
    void the_logo_that_is_there_already_writes_no_fact() {
        settings.given(new PartnerBrandingChanged(partner, PLAIN, PLAIN.withLogo(LOGO.sha256())))
                .when(ChangePartnerLogo.of(partner, 1, LOGO))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    private ChangePartnerSection change(
            long version, PartnerSectionType type, Map<String, ?> fields) {
        return ChangePartnerSection.of(
                partner, version, type, JsonMapper.shared().valueToTree(fields));
    }

    private PartnerSections kept() {
        return lookUps.getBean(SectionsOfPartners.class).of(partner);
    }
}
