package io.tallystick.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Segments of texts, at each edge and against a model that only knows the specification.
class SmsSegmentsTest {

    private static final int RANDOM_TEXTS = 4_000;
    private static final int RANDOM_TEXT_PIECES_MAX = 500;
    private static final String GSM_PIECES = "aZ 0@£$¥éØåΔΩ_ß\n\r¿";
    private static final String EXTENSION_PIECES = "^{}\\[~]|€\f";

    @Test
    void an_empty_message_is_still_sent() {
        assertThat(SmsSegments.count("")).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} letters of GSM-7: {1}")
    @CsvSource({"1, 1", "159, 1", "160, 1", "161, 2", "306, 2", "307, 3", "459, 3", "460, 4"})
    void gsm_text_holds_160_letters_alone_and_153_in_each_of_several(int letters, int segments) {
        assertThat(SmsSegments.count("a".repeat(letters))).isEqualTo(segments);
    }

    @ParameterizedTest(name = "{0} letters of UCS-2: {1}")
    @CsvSource({"1, 1", "69, 1", "70, 1", "71, 2", "134, 2", "135, 3", "201, 3", "202, 4"})
    void any_other_text_holds_70_letters_alone_and_67_in_each_of_several(
            int letters, int segments) {
        assertThat(SmsSegments.count("я".repeat(letters))).isEqualTo(segments);
    }

    @Test
    void one_foreign_letter_makes_the_whole_text_ucs_2() {
        assertThat(SmsSegments.count("a".repeat(70) + "я")).isEqualTo(2);
        assertThat(SmsSegments.count("a".repeat(70) + "`")).isEqualTo(2);
        assertThat(SmsSegments.count("a".repeat(70) + "é")).isEqualTo(1);
        assertThat(SmsSegments.count("a".repeat(70) + "ç")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"^", "{", "}", "\\", "[", "~", "]", "|", "€", "\f"})
    void a_character_of_the_extension_table_counts_two(String extension) {
        assertThat(SmsSegments.count("a".repeat(158) + extension)).isEqualTo(1);
        assertThat(SmsSegments.count("a".repeat(159) + extension)).isEqualTo(2);
        assertThat(SmsSegments.count(extension.repeat(80))).isEqualTo(1);
        assertThat(SmsSegments.count(extension.repeat(81))).isEqualTo(2);
    }

    @Test
    void an_escape_pair_is_never_split() {
        // 306 septets would fit into two segments if the pair could lie across the border.
        assertThat(SmsSegments.count("a".repeat(152) + "€" + "a".repeat(152))).isEqualTo(3);
        assertThat(SmsSegments.count("a".repeat(151) + "€" + "a".repeat(153))).isEqualTo(2);
        // Each segment wastes one septet: 76 pairs and not 76.5.
        assertThat(SmsSegments.count("€".repeat(152))).isEqualTo(2);
        assertThat(SmsSegments.count("€".repeat(153))).isEqualTo(3);
    }

    @Test
    void a_surrogate_pair_is_never_split() {
        assertThat(SmsSegments.count("😀".repeat(35))).isEqualTo(1);
        assertThat(SmsSegments.count("😀".repeat(36))).isEqualTo(2);
        assertThat(SmsSegments.count("я".repeat(66) + "😀" + "я".repeat(66))).isEqualTo(3);
        assertThat(SmsSegments.count("я".repeat(65) + "😀" + "я".repeat(67))).isEqualTo(2);
        assertThat(SmsSegments.count("😀".repeat(66))).isEqualTo(2);
        assertThat(SmsSegments.count("😀".repeat(67))).isEqualTo(3);
    }

    @Test
    void in_ucs_2_an_extension_character_is_one_unit() {
        assertThat(SmsSegments.count("я" + "€".repeat(69))).isEqualTo(1);
        assertThat(SmsSegments.count("я" + "€".repeat(70))).isEqualTo(2);
    }

    @Test
    void the_alphabet_has_127_letters_and_its_extension_ten() {
        // 71 letters outside the alphabet need two segments of UCS-2; 71 of the extension table
        // still fit into one.
        long taken =
                IntStream.rangeClosed(0, Character.MAX_VALUE)
                        .filter(letter ->
                                SmsSegments.count(Character.toString(letter).repeat(71)) == 1)
                        .count();

        assertThat(taken).isEqualTo(127 + 10);
    }

    @Test
    void random_texts_have_the_segments_that_the_specification_counts() {
        long seed = Long.getLong("tallystick.test.seed", System.nanoTime());
        System.out.println("SmsSegmentsTest: -Dtallystick.test.seed=" + seed);
        var random = new Random(seed);
        for (int i = 0; i < RANDOM_TEXTS; i++) {
            String text = text(random);
            assertThat(SmsSegments.count(text))
                    .as("seed %d, text %d: %s", seed, i, text)
                    .isEqualTo(Specification.segments(text));
        }
    }

    private static String text(Random random) {
        int pieces = random.nextInt(RANDOM_TEXT_PIECES_MAX);
        int extensionPercent = random.nextInt(100);
        int foreignPercent = random.nextBoolean() ? 0 : random.nextInt(100);
        var text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            if (random.nextInt(100) < foreignPercent) {
                text.append(random.nextInt(3) == 0 ? "я" : "😀");
            } else if (random.nextInt(100) < extensionPercent) {
                text.append(EXTENSION_PIECES.charAt(random.nextInt(EXTENSION_PIECES.length())));
            } else {
                text.append(GSM_PIECES.charAt(random.nextInt(GSM_PIECES.length())));
            }
        }
        return text.toString();
    }

    /// 3GPP TS 23.038 by its tables, and the least number of segments by trying all cuts.
    private static final class Specification {

        private static final String ROWS_0_TO_7 =
                """
                @£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ
                 !"#¤%&'()*+,-./0123456789:;<=>?
                ¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§
                ¿abcdefghijklmnopqrstuvwxyzäöñüà
                """;

        static int segments(String text) {
            int[] letters = text.codePoints().toArray();
            boolean gsm = Arrays.stream(letters).allMatch(letter -> septets(letter) > 0);
            int[] units =
                    Arrays.stream(letters)
                            .map(letter -> gsm ? septets(letter) : Character.charCount(letter))
                            .toArray();
            if (Arrays.stream(units).sum() <= (gsm ? 160 : 70)) {
                return 1;
            }
            int room = gsm ? 153 : 67;
            int[] least = new int[units.length + 1];
            for (int end = 1; end <= units.length; end++) {
                least[end] = Integer.MAX_VALUE;
                int used = 0;
                for (int start = end - 1; start >= 0; start--) {
                    used += units[start];
                    if (used > room) {
                        break;
                    }
                    least[end] = Math.min(least[end], least[start] + 1);
                }
            }
            return least[units.length];
        }

        private static int septets(int letter) {
            if (EXTENSION_PIECES.indexOf(letter) >= 0) {
                return 2;
            }
            return ROWS_0_TO_7.indexOf(letter) >= 0 ? 1 : 0;
        }
    }
}
