package io.tallystick.app.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody looks for what was done, and at one entry of it, in a real browser.
class SystemLogInTheBrowserTest {

    @TempDir private Path data;

    private final Complaints complaints = new Complaints();

    @Test
    void an_entry_opens_beside_the_list_with_what_changed() throws Exception {
        try (var chromium = Chromium.start();
                var server = StartedServer.start(data, Path.of("target", "log-server.log"))) {
            server.post("/api/v1/customers", Map.of("key", "acme", "name", "Acme Telephony"));
            long position =
                    server.post(
                            "/api/v1/customers/acme/api-keys",
                            Map.of(
                                    "name",
                                    "Nightly import",
                                    "permissions",
                                    new String[] {"write"}));
            server.waitFor("/api/v1/customers/acme/system-log", position);
            Page page = Window.open(chromium);
            complaints.listenTo(page);
            Window.signIn(page, server);

            page.getByLabel("Customer", new Page.GetByLabelOptions().setExact(true))
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("System log"))
                    .click();
            assertThat(page).hasTitle("System log of Acme Telephony · Tallystick");
            Window.lookInEveryLight(page, "system-log");

            page.getByLabel("Type").selectOption("integration");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show")).click();
            assertThat(page.locator("[data-entry]")).hasCount(1);
            page.getByText("The API key Nightly import was issued.").click();
            Locator drawer = page.locator("#drawer");
            assertThat(drawer.locator("[data-change=permissions]")).containsText("write");
            Window.screenshot(page, "system-log-entry-dark");
            page.setViewportSize(390, 844);
            Window.expectNothingWiderThanAPhone(page);
            Window.screenshot(page, "system-log-entry-phone");
            page.setViewportSize(Window.WIDTH, Window.HEIGHT);

            page.keyboard().press("Escape");
            assertThat(drawer).isHidden();
            assertThat(complaints.heard()).isEmpty();
        }
    }
}
