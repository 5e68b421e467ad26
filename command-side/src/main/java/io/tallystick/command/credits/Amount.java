package io.tallystick.command.credits;

import io.tallystick.edge.problem.ApiProblem.FieldError;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An amount of credits, as clients write it: more than nothing, at most 10¹², in at most 6
/// decimals.
final class Amount {

    private static final BigDecimal MAX = new BigDecimal("1000000000000");
    private static final int DECIMALS_MAX = 6;

    /// No amount that is allowed is longer; a longer one could be expensive to read.
    private static final int CHARACTERS_MAX = 32;

    private Amount() {}

    static BigDecimal of(@Nullable String given, String pointer, List<FieldError> errors) {
        if (given == null || given.isBlank()) {
            errors.add(new FieldError(pointer, "required", pointer.substring(1) + " is required."));
            return BigDecimal.ONE;
        }
        try {
            if (given.length() <= CHARACTERS_MAX) {
                BigDecimal amount = new BigDecimal(given.strip());
                if (isAllowed(amount)) {
                    return amount.stripTrailingZeros().scale() < 0
                            ? amount.setScale(0)
                            : amount.stripTrailingZeros();
                }
            }
        } catch (NumberFormatException e) {
            // What is no number is answered as what is none of ours.
        }
        errors.add(
                new FieldError(
                        pointer,
                        "invalid_amount",
                        "An amount is more than 0 and at most 10^12, with at most %d decimals."
                                .formatted(DECIMALS_MAX)));
        return BigDecimal.ONE;
    }

    private static boolean isAllowed(BigDecimal amount) {
        return amount.signum() > 0
                && amount.compareTo(MAX) <= 0
                && amount.stripTrailingZeros().scale() <= DECIMALS_MAX;
    }
}
