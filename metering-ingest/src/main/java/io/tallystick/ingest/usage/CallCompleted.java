package io.tallystick.ingest.usage;

import java.math.BigDecimal;

/// A call that is over; measured in seconds.
final class CallCompleted implements Rule {

    private static final Bounds SECONDS = Bounds.decimals(0, 1_000_000_000, 9);

    @Override
    public Verdict judge(Members data) {
        BigDecimal seconds = data.requireText("callId").requireNumber("durationSeconds", SECONDS);
        return data.oneOf("direction", "in", "out")
                .text("from", "to", "agent", "contactId", "outcome")
                .bool("answered")
                .verdict(seconds);
    }
}
