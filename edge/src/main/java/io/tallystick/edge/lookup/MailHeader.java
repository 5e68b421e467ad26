package io.tallystick.edge.lookup;

/// A header of a mail is one line. Whoever could end it could add recipients.
final class MailHeader {

    private static final String LINE_ENDS = "\r\n\u000b\f\u0085\u2028\u2029";

    private MailHeader() {}

    /// Rules refuse such texts where people give them; this is the wall behind.
    static String line(String text) {
        boolean oneLine =
                text.chars().noneMatch(c -> Character.isISOControl(c) || LINE_ENDS.indexOf(c) >= 0);
        if (!oneLine) {
            throw new IllegalArgumentException("a header of a mail has more than one line");
        }
        return text;
    }
}
