package io.tallystick.portal.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.CallerArgument;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.Partners;
import io.tallystick.portal.access.Keys;
import io.tallystick.portal.settings.SettingsTabs;
import io.tallystick.portal.system.Rebuilds;
import io.tallystick.query.projections.ProjectionStatus;
import io.tallystick.query.projections.ProjectionStatus.Replay;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@SpringBootTest(
        classes = PagesTest.Pages.class,
        properties =
                "spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
class PagesTest {

    private final MockMvc pages;

    @Autowired
    PagesTest(WebApplicationContext context) {
        this.pages = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @BeforeEach
    void sign_in() {
        var caller =
                new Caller(
                        "operator",
                        "1",
                        "Olga <operator>",
                        Partners.DEFAULT,
                        null,
                        Set.of(Permission.ADMIN));
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(caller, null, List.of()));
    }

    @AfterEach
    void sign_out() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_dashboard_shows_the_four_numbers_with_change_and_projection() throws Exception {
        String page = body("/customers/acme");

        assertThat(page)
                .contains("Voice minutes", "SMS segments", "E-mails", "Storage")
                .contains("title=\"4,812.512345678 min\"", ">4,812.5<")
                .contains("vs 1–21 Oct")
                .contains(">6,875<", "Olga &lt;operator&gt;", "Acme &amp; Sons");
        assertThat(page).contains("data-day=\"2026-11-21\"").doesNotContain("2026-11-22");
    }

    @Test
    void a_customers_keys_are_shown_and_a_secret_only_to_who_asked_for_it() throws Exception {
        assertThat(body("/customers/acme/api-keys"))
                .contains("Acme &amp; Sons", "Import &lt;b&gt;", "tsk_live_0Ab1Cd2E…", "never")
                .contains("action=\"/customers/acme/api-keys/" + OneKey.ID + "/revoke\"")
                .doesNotContain(OneKey.SECRET);

        String answer =
                pages.perform(
                                post("/customers/acme/api-keys")
                                        .param("name", "New")
                                        .param("permissions", "read", "write"))
                        .andExpect(status().isOk())
                        .andExpect(header().string("Cache-Control", "no-store"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(answer).contains("value=\"" + OneKey.SECRET + "\"");
    }

    @Test
    void keys_of_the_partner_and_of_operators_have_the_same_page_elsewhere() throws Exception {
        assertThat(body("/api-keys"))
                .contains("API keys of Default partner", "for this partner and all of its")
                .contains("action=\"/api-keys/" + OneKey.ID + "/revoke\"")
                .containsPattern("href=\"/api-keys\" aria-current=\"page\"");
        assertThat(body("/api-keys?partner=other"))
                .contains("API keys of Other partner")
                .contains("action=\"/api-keys/" + OneKey.ID + "/revoke?partner=other\"");
        assertThat(body("/operator/api-keys"))
                .contains("API keys of Operators", "for the whole installation")
                .contains("action=\"/operator/api-keys/" + OneKey.ID + "/revoke\"")
                .containsPattern("href=\"/operator/api-keys\" aria-current=\"page\"");
    }

    @Test
    void a_refusal_is_told_on_the_page_of_keys() throws Exception {
        String answer =
                pages.perform(post("/customers/acme/api-keys").param("name", "One too many"))
                        .andExpect(status().isConflict())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(answer)
                .contains("role=\"alert\"", "10 active keys")
                .doesNotContain("secret-head");
    }

    @Test
    void the_parts_that_move_are_swapped_by_their_ids() throws Exception {
        String parts = body("/customers/acme/live?month=2026-11");

        assertThat(parts).doesNotContain("<html", "<script");
        for (String id : List.of("as-of", "cards", "hint", "days", "beside")) {
            assertThat(parts).containsPattern("id=\"" + id + "\"[^>]*hx-swap-oob=\"true\"");
        }
        assertThat(body("/customers/acme")).doesNotContain("hx-swap-oob");
    }

    @Test
    void no_page_has_a_script_or_a_style_in_it() throws Exception {
        for (String address :
                List.of(
                        "/",
                        "/customers/acme",
                        "/customers/borealis",
                        "/api-keys",
                        "/projections")) {
            assertThat(body(address))
                    .doesNotContainPattern("<script(?![^>]* src=\"/)")
                    .doesNotContainPattern("\\sstyle=")
                    .doesNotContainPattern("\\son[a-z]+=")
                    .doesNotContain("<style", "//cdn", "https://");
        }
    }

    @Test
    void an_unknown_customer_is_not_found() throws Exception {
        assertThat(pages.perform(get("/customers/nobody")).andReturn().getResponse().getStatus())
                .isEqualTo(404);
    }

    @Test
    void a_customer_without_usage_is_told_what_to_do() throws Exception {
        assertThat(body("/customers/borealis"))
                .contains("No usage in November 2026")
                .contains("data-empty=\"true\"");
    }

    @Test
    void a_rebuild_is_shown_with_its_progress_beside_what_readers_see() throws Exception {
        String page = body("/projections");

        assertThat(page)
                .containsPattern("id=\"state-usage\"[^>]*data-status=\"replaying\"")
                .contains("Rebuilding as generation 3", ">40\u00a0%<", "value=\"40\"")
                .contains(">1,234<", ">2 min<", "Cancel the rebuild of usage")
                .containsPattern("id=\"state-directory\"[^>]*data-status=\"stopped\"")
                .contains("Nobody works on it.");
        assertThat(body("/projections/live"))
                .doesNotContain("<html", "Reason")
                .containsPattern("id=\"state-usage\"[^>]*hx-swap-oob=\"true\"");
    }

    @Test
    void only_an_operator_sees_the_pages_of_operators() throws Exception {
        var partner =
                new Caller(
                        "partner", "2", "Paul", Partners.DEFAULT, null, Set.of(Permission.ADMIN));
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(partner, null, List.of()));

        for (var request :
                List.of(
                        get("/operator/api-keys"),
                        post("/operator/api-keys").param("name", "Mine"),
                        post("/operator/api-keys/" + OneKey.ID + "/revoke"),
                        get("/projections"),
                        get("/projections/live"),
                        post("/projections/usage/replay").param("reason", "curiosity"),
                        post("/projections/usage/cancel"))) {
            assertThat(pages.perform(request).andReturn().getResponse().getStatus()).isEqualTo(403);
        }
        assertThat(body("/")).doesNotContain("/projections", "/operator/api-keys");
    }

    private String body(String address) throws Exception {
        var response = pages.perform(get(address)).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString();
    }

    /// Shows and does nothing.
    private record NoRebuilds(List<ProjectionStatus> all) implements Rebuilds {

        @Override
        public void request(
                String projection, @Nullable String reason, Caller caller, String requestId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void cancel(String projection, Caller caller, String requestId) {
            throw new UnsupportedOperationException();
        }
    }

    @Configuration
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = "io.tallystick.portal",
            excludeFilters =
                    @Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    "io\\.tallystick\\.portal\\.(usage\\.(QuerySide|Dev.*|.*Test.*)|system\\.CommandSide|access\\.CommandedKeys|(people|audit|settings|support|branding|contacts|clients|embed|credits|calls|webhooks)\\..*)"))
    static class Pages implements WebMvcConfigurer {

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC);
        }

        @Bean
        CustomerSource customers() {
            return new InMemoryCustomers()
                    .with("acme", "Acme & Sons", "Europe/Berlin")
                    .with("borealis", "Borealis", "UTC");
        }

        @Bean
        Keys keys() {
            return new OneKey();
        }

        @Bean
        SettingsTabs tabs() {
            return new SettingsTabs(caller -> false);
        }

        @Bean
        Rebuilds rebuilds() {
            var replay =
                    new Replay(
                            3,
                            "running",
                            4_000,
                            0.4,
                            1_234.4,
                            100L,
                            Instant.parse("2026-11-21T07:59:00Z"));
            return new NoRebuilds(
                    List.of(
                            new ProjectionStatus(
                                    "directory", 1, 7, 9_993, "stopped", false, 0, 1, null),
                            new ProjectionStatus(
                                    "usage", 2, 10_000, 0, "replaying", true, 0.4, 4, replay)));
        }

        @Bean
        UsageSource usage() {
            var used =
                    new InMemoryUsage()
                            .with(Meter.VOICE, "4812.512345678", "4000", "6875.017636683")
                            .with(Meter.SMS, "120", "0", "171.4")
                            .with(Meter.EMAIL, "0", "0", "0")
                            .with(Meter.STORAGE, "84.2", "84.2", "84.2")
                            .onDay(Meter.VOICE, LocalDate.of(2026, 11, 21), "12.5");
            var unused = new InMemoryUsage();
            for (Meter meter : Meter.values()) {
                unused.with(meter, "0", "0", null);
            }
            return used.butFor("borealis", unused);
        }

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new CallerArgument());
        }
    }
}
