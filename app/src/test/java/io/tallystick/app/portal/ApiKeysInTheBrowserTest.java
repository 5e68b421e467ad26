package io.tallystick.app.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody makes a key in a real browser, copies it, and revokes it.
class ApiKeysInTheBrowserTest {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int PATIENCE_MILLISECONDS = 30_000;

    @TempDir private Path data;

    private final Complaints complaints = new Complaints();

    @Test
    void a_key_is_made_shown_once_copied_and_revoked() throws Exception {
        try (var chromium = Chromium.start();
                var server = StartedServer.start(data, Path.of("target", "keys-server.log"))) {
            server.post("/api/v1/customers", Map.of("key", "acme", "name", "Acme Telephony"));
            BrowserContext context = chromium.browser().newContext(window());
            context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
            context.setDefaultTimeout(PATIENCE_MILLISECONDS);
            Page page = context.newPage();
            complaints.listenTo(page);

            open(page, server);
            String secret = make(page, "Import of calls <b>");
            assertThat(secret).matches("tsk_live_[0-9A-Za-z]{46}");
            copy(page, secret);
            lookAtItInEveryLight(page);

            page.navigate(page.url());
            assertThat(page.locator("#secret")).hasCount(0);
            assertThat(page.content()).doesNotContain(secret);
            revoke(page, "Import of calls <b>");
            screenshot(page, "keys-revoked");

            assertThat(complaints.heard()).isEmpty();
        }
    }

    private static void open(Page page, StartedServer server) {
        page.navigate(server.page("/").toString());
        page.getByLabel("Name").fill("operator");
        page.getByLabel("Password").fill(StartedServer.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("API keys")).click();
        assertThat(page).hasTitle("API keys of Acme Telephony · Tallystick");
        assertThat(page.getByText("No keys yet")).isVisible();
        screenshot(page, "keys-none");
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

    private static void lookAtItInEveryLight(Page page) {
        page.locator(".key-revoke summary").click();
        screenshot(page, "keys-light");
        page.locator("[data-theme-toggle]:visible").click();
        screenshot(page, "keys-dark");
        page.setViewportSize(390, 844);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        screenshot(page, "keys-phone");
        page.setViewportSize(1360, 900);
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

    private static Browser.NewContextOptions window() {
        return new Browser.NewContextOptions()
                .setViewportSize(1360, 900)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(ColorScheme.LIGHT);
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(SCREENSHOTS.resolve(name + ".png"))
                        .setFullPage(true));
    }
}
