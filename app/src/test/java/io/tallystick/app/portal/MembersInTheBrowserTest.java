package io.tallystick.app.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody is invited, follows the link of the mail, and signs in, in a real browser.
class MembersInTheBrowserTest {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int PATIENCE_MILLISECONDS = 30_000;
    private static final String EMAIL = "ada@acme.example";
    private static final String PASSWORD = "correct horse battery";
    private static final Pattern LINK = Pattern.compile("http\\S+(/invitations/\\S+)");

    /// Width and middle of every avatar, as the browser has drawn it.
    private static final String POINTS =
            """
            async () => Promise.all([...document.querySelectorAll("img[src='/avatar']")].map(async image => {
              await image.decode();
              const canvas = document.createElement('canvas');
              const context = canvas.getContext('2d');
              context.drawImage(image, 0, 0);
              const [red, green, blue, alpha] = context.getImageData(16, 16, 1, 1).data;
              return image.naturalWidth + ' '
                + [alpha, red, green, blue].map(it => it.toString(16).padStart(2, '0')).join('');
            }))
            """;

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
            lookAtItInEveryLight(ada, "profile-without-picture");
            showsAnotherPictureAtOnce(ada, Color.ORANGE);
            showsAnotherPictureAtOnce(ada, Color.BLUE);
            lookAtItInEveryLight(ada, "profile");
            isToldThatAFileIsTooLarge(ada);
            click(ada, "Remove the picture");
            assertThat(ada.locator("img[src='/avatar']")).hasCount(0);

            operator.navigate(server.page("/customers/acme/members").toString());
            assertThat(operator.locator("[data-member]")).hasCount(1);
            lookAtItInEveryLight(operator, "members");
            assertThat(complaints.heard()).isEmpty();
        }
    }

    private static void showsAnotherPictureAtOnce(Page page, Color color) throws IOException {
        page.getByLabel("What is shown beside your name")
                .setInputFiles(new FilePayload("me.png", "image/png", picture(color)));
        click(page, "Save the picture");
        assertThat(page.getByText("Saved.")).isVisible();
        assertThat(page.locator("img[src='/avatar']")).hasCount(2);
        assertThat(page.evaluate(POINTS))
                .isEqualTo(Collections.nCopies(2, "256 " + Integer.toHexString(color.getRGB())));
    }

    private static void isToldThatAFileIsTooLarge(Page page) {
        var field = page.getByLabel("What is shown beside your name");
        field.setInputFiles(new FilePayload("me.png", "image/png", new byte[3 << 20]));
        assertThat(field.evaluate("it => it.validationMessage"))
                .isEqualTo("This file is too large.");
    }

    private static byte[] picture(Color color) throws IOException {
        var picture = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(0, 0, 640, 480);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
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
        Window.expectNothingWiderThanAPhone(page);
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
