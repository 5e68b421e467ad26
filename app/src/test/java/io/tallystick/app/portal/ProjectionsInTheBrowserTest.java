package io.tallystick.app.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An operator watches a rebuild in a real browser, from the request to the swap.
class ProjectionsInTheBrowserTest {

    @TempDir private Path data;

    private final Complaints complaints = new Complaints();

    @Test
    void an_operator_rebuilds_a_projection_and_sees_how_far_it_is() throws Exception {
        try (var chromium = Chromium.start();
                var server =
                        StartedServer.start(data, Path.of("target", "projections-server.log"));
                var database = server.database()) {
            server.post("/api/v1/customers", Map.of("key", "acme", "name", "Acme Telephony"));
            server.post("/api/v1/customers", Map.of("key", "juno", "name", "Juno Health"));
            Page page = Window.open(chromium);
            complaints.listenTo(page);

            open(page, server);
            Locator usage = page.locator("[data-projection=usage]");
            assertThat(usage.locator("[data-status-text]")).hasText("running");
            assertThat(usage.locator("[data-generation]")).hasText("1");

            rebuildWhileSwapsAreHeld(page, usage, database);
            Window.lookInEveryLight(page, "projections");
            typeWhileThePageMoves(page, server);

            database.rollback();
            assertThat(usage.locator("[data-generation]")).hasText("2");
            assertThat(usage.locator("[data-status-text]")).hasText("running");
            assertThat(usage.getByText("Cancel")).hasCount(0);
            assertThat(page.evaluate("window.wasNotReloaded")).isEqualTo(true);
            Window.screenshot(page, "projections-rebuilt");

            assertThat(complaints.heard()).isEmpty();
        }
    }

    private static void open(Page page, StartedServer server) {
        Window.signIn(page, server);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Projections")).click();
        assertThat(page).hasTitle("Projections · Tallystick");
        Window.screenshot(page, "projections");
    }

    /// A swap needs the row of the live generation, so it waits for whoever has it.
    private static void rebuildWhileSwapsAreHeld(Page page, Locator usage, Connection database)
            throws SQLException {
        database.setAutoCommit(false);
        try (var statement = database.createStatement()) {
            statement.execute(
                    "select 1 from read_model.projection_generation where state = 'live' for update");
        }
        usage.getByText("Rebuild", new Locator.GetByTextOptions().setExact(true)).click();
        usage.getByLabel("Reason").fill("a look at it");
        usage.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Rebuild usage"))
                .click();

        assertThat(usage.locator("[data-status-text]")).hasText("replaying");
        assertThat(usage.getByText("Rebuilding as generation 2")).isVisible();
        assertThat(usage.getByRole(AriaRole.PROGRESSBAR)).hasAttribute("value", "99");
        assertThat(usage.getByText("Time left")).isVisible();
        assertThat(usage.getByLabel("Reason")).isHidden();
        page.evaluate("window.wasNotReloaded = true");
    }

    /// What moves every second must not take away what a person types.
    private static void typeWhileThePageMoves(Page page, StartedServer server) throws Exception {
        Locator directory = page.locator("[data-projection=directory]");
        String position = directory.locator("[data-position]").textContent();
        directory.getByText("Rebuild", new Locator.GetByTextOptions().setExact(true)).click();
        directory.getByLabel("Reason").fill("half a sen");

        server.post("/api/v1/customers", Map.of("key", "nova", "name", "Nova"));

        assertThat(directory.locator("[data-position]")).not().hasText(position);
        assertThat(directory.getByLabel("Reason")).hasValue("half a sen");
    }
}
