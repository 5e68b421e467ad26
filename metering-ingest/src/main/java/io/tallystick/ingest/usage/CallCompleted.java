package io.tallystick.ingest.usage;

import java.math.BigDecimal;

/// A call that is over; measured in seconds. Only where it tells of a contact's number it matters
/// which number was called: everything else is kept as it was sent.
final class CallCompleted implements Rule {

    private static final Bounds SECONDS = Bounds.decimals(0, 1_000_000_000, 9);

    @Override
    public Verdict judge(Members data) {
        BigDecimal seconds = data.requireText("callId").requireNumber("durationSeconds", SECONDS);
        data.oneOf("direction", "in", "out")
                .text("from", "to", "agent", "contactId", "outcome")
                .bool("answered");
        if (tellsOfNumber(data)) {
            data.phone("to");
        }
        return data.verdict(seconds);
    }

    /// Whether the call says that a contact's number is right, or that it is wrong.
    private static boolean tellsOfNumber(Members data) {
        String outcome = data.textOrNull("outcome");
        return ("success".equals(outcome) || "wrong_number".equals(outcome))
                && "out".equals(data.textOrNull("direction"))
                && data.textOrNull("contactId") != null;
    }
}
