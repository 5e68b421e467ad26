package io.tallystick.app.portal;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;

/// The window through which tests look at pages. What they saw is kept in `target/screenshots`.
final class Window {

    static final int WIDTH = 1360;
    static final int HEIGHT = 900;

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int PATIENCE_MILLISECONDS = 30_000;

    private Window() {}

    static Page open(Chromium chromium, String... permissions) {
        BrowserContext context =
                chromium.browser()
                        .newContext(
                                new Browser.NewContextOptions()
                                        .setViewportSize(WIDTH, HEIGHT)
                                        .setReducedMotion(ReducedMotion.REDUCE)
                                        .setColorScheme(ColorScheme.LIGHT));
        context.grantPermissions(List.of(permissions));
        context.setDefaultTimeout(PATIENCE_MILLISECONDS);
        return context.newPage();
    }

    /// Sends the form of the login page.
    static void enter(Page page, String password) {
        enter(page, "operator", password);
    }

    static void enter(Page page, String name, String password) {
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
    }

    static void signIn(Page page, StartedServer server) {
        page.navigate(server.page("/").toString());
        enter(page, StartedServer.PASSWORD);
    }

    static void screenshot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(SCREENSHOTS.resolve(name + ".png"))
                        .setFullPage(true));
    }

    /// Light, dark, and as wide as a phone.
    static void lookInEveryLight(Page page, String name) {
        screenshot(page, name + "-light");
        page.locator("[data-theme-toggle]:visible").click();
        screenshot(page, name + "-dark");
        page.setViewportSize(390, 844);
        expectNothingWiderThanAPhone(page);
        screenshot(page, name + "-phone");
        page.setViewportSize(WIDTH, HEIGHT);
    }

    /// Nothing may be. A chart learns of its new width a moment after the window has it.
    static void expectNothingWiderThanAPhone(Page page) {
        page.waitForFunction("document.documentElement.scrollWidth === 390");
    }
}
