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

/// Somebody makes a key in a real browser, copies it, and revokes it.
class ApiKeysInTheBrowserTest {

    @TempDir private Path data;

    private final Complaints complaints = new Complaints();

    @Test
    void a_key_is_made_shown_once_copied_and_revoked() throws Exception {
        try (var chromium = Chromium.start();
                var server = StartedServer.start(data, Path.of("target", "keys-server.log"))) {
            server.post("/api/v1/customers", Map.of("key", "acme", "name", "Acme Telephony"));
            Page page = Window.open(chromium, "clipboard-read", "clipboard-write");
            complaints.listenTo(page);

            open(page, server);
            String secret = make(page, "Import of calls <b>");
            assertThat(secret).matches("tsk_live_[0-9A-Za-z]{46}");
            copy(page, secret);
            page.locator(".key-revoke summary").click();
            Window.lookInEveryLight(page, "keys");

            page.navigate(page.url());
            assertThat(page.locator("#secret")).hasCount(0);
            assertThat(page.content()).doesNotContain(secret);
            revoke(page, "Import of calls <b>");
            Window.screenshot(page, "keys-revoked");

            assertThat(complaints.heard()).isEmpty();
        }
    }

    private static void open(Page page, StartedServer server) {
        Window.signIn(page, server);
        page.locator(".keys-link")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("API keys"))
                .click();
        assertThat(page).hasTitle("API keys of Acme Telephony · Tallystick");
        assertThat(page.getByText("No keys yet")).isVisible();
        Window.screenshot(page, "keys-none");
    }

    private static String make(Page page, String name) {
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
        page.getByLabel("Write").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Create the key"))
                .click();
        Locator row = page.locator("[data-key]");
        assertThat(row).hasCount(1);
        assertThat(row).containsText(name);
        assertThat(row).containsText("read, write");
        assertThat(row).containsText("never");
        return page.locator("#secret").inputValue();
    }

    private static void copy(Page page, String secret) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copy")).click();
        assertThat(page.getByText("Copied")).isVisible();
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(secret);
    }

    private static void revoke(Page page, String name) {
        Locator button =
                page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Revoke " + name).setExact(true));
        assertThat(button).isHidden();
        page.locator(".key-revoke summary").click();
        button.click();
        assertThat(page.locator("[data-revoked=true]")).hasCount(1);
        assertThat(page.locator(".key-revoke")).hasCount(0);
    }
}
