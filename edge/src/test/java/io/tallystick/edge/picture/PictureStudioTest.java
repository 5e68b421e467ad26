package io.tallystick.edge.picture;

import static io.tallystick.edge.picture.Pictures.chunk;
import static io.tallystick.edge.picture.Pictures.compass;
import static io.tallystick.edge.picture.Pictures.file;
import static io.tallystick.edge.picture.Pictures.join;
import static io.tallystick.edge.picture.Pictures.text;
import static io.tallystick.edge.picture.Pictures.zeros;
import static java.awt.image.BufferedImage.TYPE_3BYTE_BGR;
import static java.awt.image.BufferedImage.TYPE_BYTE_BINARY;
import static java.awt.image.BufferedImage.TYPE_BYTE_GRAY;
import static java.awt.image.BufferedImage.TYPE_BYTE_INDEXED;
import static java.awt.image.BufferedImage.TYPE_INT_ARGB;
import static java.awt.image.BufferedImage.TYPE_USHORT_GRAY;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tallystick.edge.problem.ApiProblem;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of a file that somebody calls a picture.
class PictureStudioTest {

    private static final String SCRIPT = "<script>alert(1)</script>";

    private final PictureStudio studio = new PictureStudio();

    @ParameterizedTest
    @CsvSource({
        "png, 100, 100",
        "png, 1, 1",
        "png, 1, 4096",
        "png, 600, 300",
        "png, 4096, 4096",
        "jpeg, 300, 1900",
        "gif, 257, 255"
    })
    void every_picture_becomes_a_small_square(String format, int width, int height)
            throws IOException {
        BufferedImage made = make(file(compass(width, height, TYPE_3BYTE_BGR), format));

        assertThat(made.getWidth()).isEqualTo(256);
        assertThat(made.getHeight()).isEqualTo(256);
    }

    @ParameterizedTest
    @CsvSource({"png, 300, 300", "png, 900, 300", "gif, 300, 900", "jpeg, 3000, 1100"})
    void its_middle_is_what_stays(String format, int width, int height) throws IOException {
        assertThat(around(make(file(compass(width, height, TYPE_3BYTE_BGR), format))))
                .isEqualTo("red green blue yellow");
    }

    @ParameterizedTest
    @ValueSource(ints = {TYPE_BYTE_BINARY, TYPE_BYTE_GRAY, TYPE_BYTE_INDEXED, TYPE_USHORT_GRAY})
    void colours_are_kept_in_many_ways(int type) throws IOException {
        assertThat(make(file(compass(40, 40, type), "png")).getRGB(128, 128) & 0xFFFFFF).isZero();
    }

    @Test
    void what_is_transparent_stays_transparent() throws IOException {
        var picture = new BufferedImage(64, 64, TYPE_INT_ARGB);
        picture.createGraphics().fillRect(0, 0, 64, 32);

        BufferedImage made = make(file(picture, "png"));

        assertThat(made.getRGB(128, 20)).isEqualTo(0xFFFFFFFF);
        assertThat(made.getRGB(128, 236) >>> 24).isZero();
    }

    @Test
    void of_an_animation_the_first_frame_is_shown() throws IOException {
        byte[] animation = Pictures.animated(Color.GREEN, Color.RED, Color.RED);

        assertThat(name(make(animation).getRGB(128, 128))).isEqualTo("green");
    }

    @ParameterizedTest
    @CsvSource({
        "1, red green blue yellow",
        "2, red yellow blue green",
        "3, blue yellow red green",
        "4, blue green red yellow",
        "5, yellow blue green red",
        "6, yellow red green blue",
        "7, green red yellow blue",
        "8, green blue yellow red",
        "9, red green blue yellow"
    })
    void a_picture_is_turned_as_the_camera_was_held(int held, String shown) throws IOException {
        byte[] jpeg = Pictures.held(file(compass(320, 240, TYPE_3BYTE_BGR), "jpeg"), held);

        assertThat(around(make(jpeg))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 40, 100, 40",
        "512, 128, 512, 128",
        "1024, 128, 512, 64",
        "300, 300, 128, 128",
        "4096, 10, 512, 2",
        "10, 4096, 1, 128",
        "1, 1, 1, 1"
    })
    void a_logo_is_all_of_its_picture_and_fits(int width, int height, int wide, int high)
            throws IOException {
        BufferedImage made = logo(file(compass(width, height, TYPE_3BYTE_BGR), "png"));

        assertThat(made.getWidth()).isEqualTo(wide);
        assertThat(made.getHeight()).isEqualTo(high);
    }

    @ParameterizedTest
    @CsvSource({"1, red, white", "3, white, red", "6, red, white", "8, white, red"})
    void a_logo_is_turned_as_the_camera_was_held(int held, String first, String last)
            throws IOException {
        // Red above or on the left, white elsewhere.
        boolean lies = held > 4;
        BufferedImage picture = new BufferedImage(200, 100, TYPE_3BYTE_BGR);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 200, 100);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, lies ? 100 : 200, lies ? 100 : 50);

        BufferedImage made = logo(Pictures.held(file(picture, "jpeg"), held));

        assertThat(made.getWidth()).isEqualTo(lies ? 64 : 200);
        assertThat(made.getHeight()).isEqualTo(lies ? 128 : 100);
        int middle = made.getWidth() / 2;
        assertThat(redOrWhite(made.getRGB(middle, 5))).isEqualTo(first);
        assertThat(redOrWhite(made.getRGB(middle, made.getHeight() - 5))).isEqualTo(last);
    }

    private static String redOrWhite(int rgb) {
        return new Color(rgb).getBlue() > 127 ? "white" : "red";
    }

    @Test
    void nothing_but_colours_is_left_of_the_file() throws IOException {
        byte[] png = file(compass(50, 50, TYPE_3BYTE_BGR), "png");
        byte[] noted = Pictures.with(png, chunk("tEXt", text("Comment\0" + SCRIPT)));
        byte[] both = join(noted, text("PK\u0003\u0004" + SCRIPT));
        assertThat(new String(both, ISO_8859_1)).contains(SCRIPT);

        var made = studio.avatar(both);

        assertThat(new String(made.bytes(), ISO_8859_1)).doesNotContain("script");
        assertThat(Pictures.chunks(made.bytes())).containsExactly("IHDR", "IDAT", "IEND");
        assertThat(made.sha256()).isEqualTo(studio.avatar(png).sha256()).matches("[0-9a-f]{64}");
    }

    @Test
    void what_is_no_picture_of_ours_is_refused_whatever_it_is_called() throws IOException {
        BufferedImage picture = compass(20, 20, TYPE_3BYTE_BGR);
        String svg = "<svg xmlns='http://www.w3.org/2000/svg'>" + SCRIPT + "</svg>";
        for (byte[] file :
                List.of(
                        text(svg),
                        text("<?xml version='1.0'?>" + svg),
                        text("GIF"),
                        text("hello"),
                        new byte[4096],
                        text("%PDF-1.7"),
                        file(picture, "bmp"),
                        file(picture, "tiff"))) {
            assertThat(refusal(file)).isEqualTo("picture_unknown");
        }
    }

    @Test
    void no_file_is_refused() {
        assertThat(refusal(null)).isEqualTo("picture_missing");
        assertThat(refusal(new byte[0])).isEqualTo("picture_missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "progressive"})
    void a_picture_that_is_cut_off_is_refused(String format) throws IOException {
        BufferedImage picture = compass(400, 400, TYPE_3BYTE_BGR);
        byte[] file =
                format.equals("progressive")
                        ? Pictures.progressive(picture)
                        : file(picture, format);
        studio.avatar(file);

        for (int tenths = 1; tenths < 10; tenths++) {
            byte[] cut = Arrays.copyOf(file, file.length * tenths / 10);
            assertThat(refusal(cut)).as("%d tenths", tenths).isEqualTo("picture_unreadable");
        }
    }

    @ParameterizedTest
    @CsvSource({"30000, 30000", "4097, 1", "1, 4097", "2147483647, 2147483647"})
    void a_picture_that_would_be_too_large_is_not_read(int width, int height) throws IOException {
        assertThat(refusal(Pictures.bomb(width, height))).isEqualTo("picture_too_large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zTXt", "iCCP"})
    void what_is_packed_beside_a_picture_is_not_unpacked(String type) throws IOException {
        byte[] bomb = chunk(type, join(text("name\0\0"), zeros(400_000_000)));
        byte[] png = file(compass(20, 20, TYPE_BYTE_INDEXED), "png");

        assertThat(make(Pictures.with(png, bomb)).getWidth()).isEqualTo(256);
    }

    @Test
    void a_picture_that_is_painted_over_and_over_is_not_read() throws IOException {
        byte[] file = Pictures.progressive(compass(64, 64, TYPE_3BYTE_BGR));
        byte[] end = Arrays.copyOfRange(file, file.length - 2, file.length);
        byte[] scan = {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 63, 63, 0};
        byte[] often = Arrays.copyOf(file, file.length - 2);
        for (int i = 0; i < JpegSegments.SCANS_MAX; i++) {
            often = join(often, scan);
        }

        assertThat(refusal(join(often, end))).isEqualTo("picture_unreadable");
    }

    @Test
    void a_file_that_somebody_altered_is_refused_or_drawn_and_never_our_fault() {
        var random = new Random(20261103);
        for (String format : List.of("png", "jpeg", "gif")) {
            byte[] file = file(compass(48, 48, TYPE_3BYTE_BGR), format);
            for (int i = 0; i < 300; i++) {
                byte[] altered = file.clone();
                for (int j = 0; j < 4; j++) {
                    altered[random.nextInt(file.length)] = (byte) random.nextInt(256);
                }
                try {
                    studio.avatar(altered);
                } catch (ApiProblem refused) {
                    assertThat(refused.errors()).hasSize(1);
                }
            }
        }
    }

    private BufferedImage make(byte[] file) throws IOException {
        return Pictures.read(studio.avatar(file).bytes());
    }

    private BufferedImage logo(byte[] file) throws IOException {
        return Pictures.read(studio.logo(file).bytes());
    }

    private String refusal(byte @Nullable [] file) {
        var refused = catchThrowableOfType(ApiProblem.class, () -> studio.avatar(file));
        assertThat(refused).as("it is refused").isNotNull();
        assertThat(refused.status().value()).isEqualTo(400);
        return refused.errors().getFirst().code();
    }

    /// Above, right, below, left.
    private static String around(BufferedImage made) {
        return String.join(
                " ",
                name(made.getRGB(128, 16)),
                name(made.getRGB(240, 128)),
                name(made.getRGB(128, 240)),
                name(made.getRGB(16, 128)));
    }

    private static String name(int rgb) {
        var color = new Color(rgb);
        boolean red = color.getRed() > 127;
        boolean green = color.getGreen() > 127;
        if (red) {
            return green ? "yellow" : "red";
        }
        return green ? "green" : color.getBlue() > 127 ? "blue" : "black";
    }
}
