package io.tallystick.ingest.usage;

import java.math.BigDecimal;

/// An e-mail; measured in recipients.
final class EmailSent implements Rule {

    private static final Bounds RECIPIENTS = Bounds.wholeNumbers(1, 1_000_000);

    @Override
    public Verdict judge(Members data) {
        BigDecimal recipients = data.number("recipients", RECIPIENTS);
        return data.verdict(recipients == null ? BigDecimal.ONE : recipients);
    }
}
