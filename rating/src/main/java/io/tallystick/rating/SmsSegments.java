package io.tallystick.rating;

/// Segments of a text message by 3GPP TS 23.038: the GSM-7 default alphabet holds 160 septets in
/// one segment and 153 in each of several (the rest is the concatenation header); any other text is
/// UCS-2 with 70 and 67 code units. Characters of the extension table take two septets, and neither
/// an escape pair nor a surrogate pair is split over two segments.
public final class SmsSegments {

    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                    + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "\f^{}\\[~]|€";

    private static final int GSM_SINGLE = 160;
    private static final int GSM_MULTI = 153;
    private static final int UCS2_SINGLE = 70;
    private static final int UCS2_MULTI = 67;

    private SmsSegments() {}

    /// At least 1, also for an empty text: an empty message is still sent.
    public static int count(String text) {
        boolean gsm = text.chars().allMatch(c -> septets((char) c) > 0);
        return gsm
                ? segments(text, true, GSM_SINGLE, GSM_MULTI)
                : segments(text, false, UCS2_SINGLE, UCS2_MULTI);
    }

    private static int segments(String text, boolean gsm, int single, int multi) {
        int total = gsm ? text.chars().map(c -> septets((char) c)).sum() : text.length();
        if (total <= single) {
            return 1;
        }
        int segments = 1;
        int used = 0;
        int i = 0;
        while (i < text.length()) {
            int unit = unitSize(text, i, gsm);
            if (used + unit > multi) {
                segments++;
                used = 0;
            }
            used += unit;
            i += !gsm && unit == 2 ? 2 : 1;
        }
        return segments;
    }

    private static int unitSize(String text, int i, boolean gsm) {
        return gsm ? septets(text.charAt(i)) : Character.charCount(text.codePointAt(i));
    }

    private static int septets(char c) {
        if (BASIC.indexOf(c) >= 0) {
            return 1;
        }
        return EXTENSION.indexOf(c) >= 0 ? 2 : 0;
    }
}
