package io.tallystick.portal.branding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever colours somebody chooses, the pages can be read.
class StyleSheetTest {

    private static final Colour PAGE_LIGHT = new Colour(0xf6, 0xf8, 0xfb);
    private static final Colour PAGE_DARK = new Colour(0x18, 0x24, 0x33);

    @Test
    void every_colour_can_be_read_on_the_pages_of_both_themes() {
        for (int red = 0; red < 256; red += 15) {
            for (int green = 0; green < 256; green += 15) {
                for (int blue = 0; blue < 256; blue += 15) {
                    check(new Colour(red, green, blue));
                }
            }
        }
    }

    private static void check(Colour chosen) {
        String sheet = StyleSheet.of(Optional.of(chosen), Optional.of(chosen));
        String[] themes = sheet.split(Pattern.quote("[data-bs-theme=\"dark\"]"));
        for (int theme = 0; theme < 2; theme++) {
            Colour page = theme == 0 ? PAGE_LIGHT : PAGE_DARK;
            Colour text = colour(themes[theme], "--portal-brand");
            Colour link = colour(themes[theme], "--tblr-link-hover-color");
            Colour button = colour(themes[theme], "--tblr-primary");
            Colour pressed = colour(themes[theme], "--tblr-primary-darken");
            Colour on = colour(themes[theme], "--tblr-primary-fg");
            Colour bar = colour(themes[theme], "--portal-bar");
            assertThat(text.contrast(page)).as("%s on %s", text, page).isGreaterThan(4.5);
            assertThat(text.contrast(page.mixed(text, 0.1))).as("%s", text).isGreaterThan(4.5);
            assertThat(link.contrast(page)).as("%s on %s", link, page).isGreaterThan(4.5);
            assertThat(on.contrast(button)).as("%s on %s", on, button).isGreaterThan(4.5);
            assertThat(on.contrast(pressed)).as("%s on %s", on, pressed).isGreaterThan(4.5);
            assertThat(bar.contrast(page)).as("%s on %s", bar, page).isGreaterThan(3);
        }
    }

    @Test
    void what_can_be_read_is_taken_as_it_is() {
        Colour chosen = Colour.parse("0f6e66").orElseThrow();

        String sheet = StyleSheet.of(Optional.of(chosen), Optional.empty());

        assertThat(sheet)
                .contains("--portal-brand: #0f6e66;", "--portal-bar: #0f6e66;")
                .contains("--tblr-primary-rgb: 15, 110, 102;");
    }

    @Test
    void an_accent_alone_changes_nothing_that_is_written() {
        String sheet = StyleSheet.of(Optional.empty(), Colour.parse("b42318"));

        assertThat(sheet)
                .contains("--portal-bar: #b42318;")
                .doesNotContain("--tblr-", "--portal-brand");
    }

    @ParameterizedTest
    @ValueSource(strings = {"red;}", "0f6e6", "0f6e666", "0F6E66", "#0f6e6", "0f6e6;", "", "none"})
    void what_is_no_colour_becomes_no_style(String text) {
        assertThat(Colour.parse(text)).isEmpty();
    }

    private static Colour colour(String theme, String name) {
        Matcher value = Pattern.compile(name + ": #([0-9a-f]{6});").matcher(theme);
        assertThat(value.find()).as(name).isTrue();
        return Colour.parse(value.group(1)).orElseThrow();
    }
}
