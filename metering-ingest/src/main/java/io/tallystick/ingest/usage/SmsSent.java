package io.tallystick.ingest.usage;

import io.tallystick.rating.SmsSegments;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A text message; measured in segments. The text is counted and then forgotten: what people wrote
/// to each other has no place in a log that never forgets.
final class SmsSent implements Rule {

    private static final int SEGMENTS_MAX = 1_000;
    private static final Bounds SEGMENTS = Bounds.wholeNumbers(1, SEGMENTS_MAX);

    /// No segment holds more, so that a longer text need not be counted.
    private static final int SEGMENT_CHARACTERS_MAX = 160;

    @Override
    public Verdict judge(Members data) {
        data.text("from", "to");
        BigDecimal given = data.number("segments", SEGMENTS);
        String text = data.textOrNull("text");
        if (given == null && text == null) {
            data.requireNumber("segments", SEGMENTS);
        }
        BigDecimal segments = given == null && text != null ? count(data, text) : given;
        return data.verdict(segments, stored(data, segments, given != null));
    }

    private static @Nullable BigDecimal count(Members data, String text) {
        int segments =
                text.length() > SEGMENTS_MAX * SEGMENT_CHARACTERS_MAX
                        ? SEGMENTS_MAX + 1
                        : SmsSegments.count(text);
        if (segments > SEGMENTS_MAX) {
            data.reject(
                    "out_of_range", "text", "A text has at most " + SEGMENTS_MAX + " segments.");
            return null;
        }
        return BigDecimal.valueOf(segments);
    }

    private static byte @Nullable [] stored(
            Members data, @Nullable BigDecimal segments, boolean areGiven) {
        byte[] raw = data.raw();
        if (raw == null || segments == null || !data.wasSent("text")) {
            return raw;
        }
        return TextRemoval.from(raw, areGiven ? null : segments);
    }
}
