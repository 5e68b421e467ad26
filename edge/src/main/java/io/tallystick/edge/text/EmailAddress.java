package io.tallystick.edge.text;

import java.util.regex.Pattern;

/// An address to write to. Whether somebody reads there only a mail can tell, so this is no more
/// than its form; people who sign in with one are held to a stricter rule.
public final class EmailAddress {

    private static final int CHARACTERS_MAX = 254;
    private static final Pattern FORM = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    private EmailAddress() {}

    public static boolean isOne(String text) {
        return text.length() <= CHARACTERS_MAX
                && Printable.isLine(text)
                && FORM.matcher(text).matches();
    }
}
