package io.tallystick.app.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A stranger reads the document in a real browser, under the policy of all pages.
class DocsInTheBrowserTest {

    private static final int PATIENCE_MILLISECONDS = 30_000;

    @TempDir private Path data;

    private final Complaints complaints = new Complaints();

    @Test
    void a_stranger_reads_what_an_operation_takes_and_answers() throws Exception {
        try (var chromium = Chromium.start();
                var server = StartedServer.start(data, Path.of("target", "docs-server.log"))) {
            Page page = chromium.browser().newPage();
            page.setDefaultTimeout(PATIENCE_MILLISECONDS);
            complaints.listenTo(page);

            page.navigate(server.page("/docs").toString());

            assertThat(page).hasTitle("HTTP API · Tallystick");
            Locator ingest = page.locator("#operations-Events-ingest");
            ingest.getByText("Report usage").click();
            assertThat(ingest.getByText("Some events were rejected")).isVisible();
            ingest.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Try it out"))
                    .click();
            assertThat(
                            ingest.getByRole(
                                    AriaRole.BUTTON,
                                    new Locator.GetByRoleOptions().setName("Execute")))
                    .isVisible();
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setPath(Path.of("target", "screenshots", "docs.png"))
                            .setFullPage(true));

            assertThat(complaints.heard()).isEmpty();
        }
    }
}
