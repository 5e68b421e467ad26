package io.tallystick.query.credits;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Amounts as clients read them.
final class CreditText {

    private CreditText() {}

    static String of(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    static @Nullable String orNull(@Nullable BigDecimal amount) {
        return amount == null ? null : of(amount);
    }
}
