package io.tallystick.query.phone;

/// A telephone number of which enough is left to tell two apart that one knows.
public final class PhoneMask {

    private static final int SHOWN_IN_FRONT = 4;
    private static final int SHOWN_BEHIND = 2;
    private static final String HIDDEN = "*****";

    private PhoneMask() {}

    /// As `+4917*****23`. Of what has too few digits to leave any out, nothing is shown.
    public static String of(String number) {
        String digits = number.replaceAll("\\D", "");
        if (digits.length() <= SHOWN_IN_FRONT + SHOWN_BEHIND) {
            return HIDDEN;
        }
        return (number.startsWith("+") ? "+" : "")
                + digits.substring(0, SHOWN_IN_FRONT)
                + HIDDEN
                + digits.substring(digits.length() - SHOWN_BEHIND);
    }
}
