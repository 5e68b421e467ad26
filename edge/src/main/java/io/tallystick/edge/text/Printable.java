package io.tallystick.edge.text;

/// Texts of characters that can be shown. Half of a surrogate pair is no character: the database
/// would keep a question mark in its place.
public final class Printable {

    private Printable() {}

    /// In one line. A separator of lines or paragraphs ends it as a control does, and names are in
    /// the headers of mails.
    public static boolean isLine(String text) {
        return text.codePoints().allMatch(Printable::isInLine);
    }

    /// In as many lines as there are.
    public static boolean areLines(String text) {
        return text.codePoints()
                .allMatch(letter -> letter == '\n' || letter == '\r' || isInLine(letter));
    }

    private static boolean isInLine(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
