package io.tallystick.app.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An operator gives a customer a brand, and its people see it, in a real browser.
class BrandInTheBrowserTest {

    private static final String EMAIL = "ada@acme.example";
    private static final String PASSWORD = "correct horse battery";
    private static final Pattern LINK = Pattern.compile("http\\S+(/invitations/\\S+)");

    /// What a property of a page's style is worth.
    private static final String PROPERTY =
            "name => getComputedStyle(document.documentElement).getPropertyValue(name).trim()";

    @TempDir private Path data;

    private final Complaints complaints = new Complaints();

    @Test
    void a_customers_people_see_its_brand() throws Exception {
        try (var chromium = Chromium.start();
                var server = StartedServer.start(data, Path.of("target", "brand-server.log"))) {
            server.post("/api/v1/customers", Map.of("key", "acme", "name", "Acme Telephony"));
            Page operator = Window.open(chromium);
            complaints.listenTo(operator);
            Window.signIn(operator, server);
            operator.navigate(server.page("/customers/acme/manage?tab=branding").toString());
            brand(operator);
            Window.lookInEveryLight(operator, "brand-form");
            operator.navigate(server.page("/settings").toString());
            Window.lookInEveryLight(operator, "partner-settings");
            // The invitation comes after the brand.
            server.post(
                    "/api/v1/customers/acme/members", Map.of("email", EMAIL, "role", "manager"));
            operator.navigate(server.page("/customers/acme/outbox").toString());
            assertThat(operator.getByText("From Harbor Voice")).isVisible();

            Page ada = Window.open(chromium);
            complaints.listenTo(ada);
            accept(ada, server, link(operator));

            assertThat(ada).hasTitle(Pattern.compile(".* · Harbor Voice"));
            assertThat(ada.getByText("Welcome aboard!")).isVisible();
            assertThat(ada.locator("img.brand-logo").evaluate("it => it.naturalWidth"))
                    .isEqualTo(512);
            // Yellow cannot be read on white, so it is made darker there and stays as it is on
            // dark.
            assertThat(ada.evaluate(PROPERTY, "--tblr-primary")).isEqualTo("#ffdd00");
            assertThat(ada.evaluate(PROPERTY, "--tblr-primary-fg")).isEqualTo("#000000");
            assertThat(ada.evaluate(PROPERTY, "--portal-brand")).isNotEqualTo("#ffdd00");
            Window.lookInEveryLight(ada, "brand-home");
            assertThat(ada.evaluate(PROPERTY, "--portal-brand")).isEqualTo("#ffdd00");
            ada.navigate(server.page("/customers/acme/manage").toString());
            Window.lookInEveryLight(ada, "brand-manage");
            assertThat(complaints.heard()).isEmpty();
        }
    }

    private static void brand(Page page) throws IOException {
        page.getByLabel("What is shown above the menu")
                .setInputFiles(new FilePayload("logo.png", "image/png", logo()));
        click(page, "Save the logo");
        assertThat(page.getByAltText("The logo of today")).isVisible();
        page.getByLabel("Display name").fill("Harbor Voice");
        page.getByLabel("Primary color").fill("#ffdd00");
        page.getByLabel("Accent color").fill("#c2185b");
        page.getByLabel("Welcome message").fill("Welcome aboard!");
        click(page, "Save Branding");
        assertThat(page.getByLabel("Display name")).hasValue("Harbor Voice");
    }

    private static byte[] logo() throws IOException {
        var picture = new BufferedImage(1024, 256, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(new Color(0xC2185B));
        graphics.fillRoundRect(0, 0, 1024, 256, 80, 80);
        graphics.setColor(Color.WHITE);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 160));
        graphics.drawString("HARBOR", 160, 185);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    private static String link(Page outbox) {
        outbox.getByText("Text").first().click();
        var link = LINK.matcher(outbox.locator(".mail-body").first().textContent());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static void accept(Page page, StartedServer server, String link) {
        page.navigate(server.page(link).toString());
        page.getByLabel("Your name").fill("Ada Frey");
        page.getByLabel("Password").fill(PASSWORD);
        click(page, "Accept the invitation");
        assertThat(page.getByText("Sign in with the password")).isVisible();
        page.navigate(server.page("/login").toString());
        page.getByLabel("Name or e-mail").fill(EMAIL);
        page.getByLabel("Password").fill(PASSWORD);
        click(page, "Sign in");
    }

    private static void click(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
