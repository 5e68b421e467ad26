package io.tallystick.app.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody is invited, follows the link of the mail, and signs in, in a real browser.
class MembersInTheBrowserTest {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int PATIENCE_MILLISECONDS = 30_000;
    private static final String EMAIL = "ada@acme.example";
    private static final String PASSWORD = "correct horse battery";
    private static final Pattern LINK = Pattern.compile("http\\S+(/invitations/\\S+)");

    @TempDir private Path data;

    private final Complaints complaints = new Complaints();

    @Test
    void who_is_invited_chooses_a_password_and_signs_in() throws Exception {
        try (var chromium = Chromium.start();
                var server = StartedServer.start(data, Path.of("target", "members-server.log"))) {
            server.post("/api/v1/customers", Map.of("key", "acme", "name", "Acme Telephony"));
            Page operator = window(chromium);
            signIn(operator, server, "operator", StartedServer.PASSWORD);
            operator.getByLabel("Customer", exactly())
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Members"))
                    .click();
            invite(operator);
            operator.navigate(server.page("/outbox").toString());
            String link = readLink(operator);

            Page ada = window(chromium);
            ada.navigate(server.page(link).toString());
            lookAtItInEveryLight(ada, "invitation");
            ada.getByLabel("Your name").fill("Ada Frey");
            ada.getByLabel("Password").fill(PASSWORD);
            click(ada, "Accept the invitation");
            assertThat(ada.getByText("Sign in with the password")).isVisible();
            signIn(ada, server, EMAIL, PASSWORD);
            ada.navigate(server.page("/profile").toString());
            assertThat(ada).hasTitle("Profile · Tallystick");
            lookAtItInEveryLight(ada, "profile");

            operator.navigate(server.page("/customers/acme/members").toString());
            assertThat(operator.locator("[data-member]")).hasCount(1);
            lookAtItInEveryLight(operator, "members");
            assertThat(complaints.heard()).isEmpty();
        }
    }

    private static void invite(Page page) {
        page.getByLabel("E-mail").fill(EMAIL);
        page.getByLabel("Role").selectOption("owner");
        click(page, "Invite");
        assertThat(page.locator("[data-invitation]")).hasCount(1);
    }

    private static String readLink(Page page) {
        page.getByText("Text").first().click();
        lookAtItInEveryLight(page, "outbox");
        var link = LINK.matcher(page.locator(".mail-body").textContent());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static void lookAtItInEveryLight(Page page, String name) {
        inTheme(page, "light");
        screenshot(page, name + "-light");
        inTheme(page, "dark");
        screenshot(page, name + "-dark");
        page.setViewportSize(390, 844);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        screenshot(page, name + "-phone");
        page.setViewportSize(1360, 900);
    }

    private static void inTheme(Page page, String theme) {
        page.evaluate(
                "theme => document.documentElement.setAttribute('data-bs-theme', theme)", theme);
    }

    private Page window(Chromium chromium) {
        BrowserContext context =
                chromium.browser()
                        .newContext(new Browser.NewContextOptions().setViewportSize(1360, 900));
        context.setDefaultTimeout(PATIENCE_MILLISECONDS);
        Page page = context.newPage();
        complaints.listenTo(page);
        return page;
    }

    private static void signIn(Page page, StartedServer server, String login, String password) {
        page.navigate(server.page("/login").toString());
        page.getByLabel("Name or e-mail").fill(login);
        page.getByLabel("Password").fill(password);
        click(page, "Sign in");
        assertThat(page).hasTitle(Pattern.compile("Acme Telephony, .*"));
    }

    private static void click(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(SCREENSHOTS.resolve(name + ".png"))
                        .setFullPage(true));
    }
}
