package io.tallystick.effects.mail;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The plain text of a mail, taken apart.
///
/// @param paragraphs what stands between empty lines
record MailText(List<Paragraph> paragraphs) {

    private static final Pattern EMPTY_LINES = Pattern.compile("\\R\\h*\\R\\s*");
    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Pattern ADDRESS =
            Pattern.compile("https?://[A-Za-z0-9:/?&=#%._~\\[\\]-]+");

    record Paragraph(List<Line> lines) {}

    /// @param isLink whether it is the address of one of our own pages and nothing else
    record Line(String text, boolean isLink) {}

    static MailText of(String body, URI ownPages) {
        return new MailText(
                parts(EMPTY_LINES, body.strip())
                        .map(paragraph -> new Paragraph(lines(paragraph, ownPages)))
                        .toList());
    }

    private static List<Line> lines(String paragraph, URI ownPages) {
        return parts(LINE_END, paragraph)
                .map(line -> new Line(line, isOurs(line, ownPages)))
                .toList();
    }

    /// The root ends with a slash, so no other host begins with it.
    private static boolean isOurs(String line, URI ownPages) {
        return line.startsWith(ownPages.toString()) && ADDRESS.matcher(line).matches();
    }

    private static Stream<String> parts(Pattern between, String text) {
        return Stream.of(between.split(text));
    }
}
