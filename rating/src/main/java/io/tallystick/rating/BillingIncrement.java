package io.tallystick.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Telephony's initial/step increment: a call is billed for at least `initialSeconds` and above
/// that in whole steps of `stepSeconds`. 30/30 bills 0 s and 25 s as 30 s, 55 s as 60 s and 80 s as
/// 90 s. Each call is rounded by itself, never a sum of calls.
///
/// @param initialSeconds what every call is billed at least
/// @param stepSeconds by how much a longer call is rounded up
public record BillingIncrement(int initialSeconds, int stepSeconds) {

    /// Whole seconds up to here are billed without decimals, which is most of what is ever billed.
    private static final BigDecimal WHOLE_MAX = BigDecimal.valueOf(Integer.MAX_VALUE);

    public BillingIncrement {
        if (initialSeconds < 0 || stepSeconds < 1) {
            throw new IllegalArgumentException(
                    "increment " + initialSeconds + "/" + stepSeconds + " is not billable");
        }
    }

    /// Billed seconds for measured seconds.
    public BigDecimal bill(BigDecimal measuredSeconds) {
        BigDecimal initial = BigDecimal.valueOf(initialSeconds);
        if (measuredSeconds.compareTo(initial) <= 0) {
            return initial;
        }
        if (measuredSeconds.scale() == 0 && measuredSeconds.compareTo(WHOLE_MAX) <= 0) {
            long beyond = measuredSeconds.longValue() - initialSeconds;
            return BigDecimal.valueOf(
                    initialSeconds + Math.ceilDiv(beyond, stepSeconds) * stepSeconds);
        }
        BigDecimal step = BigDecimal.valueOf(stepSeconds);
        BigDecimal steps = measuredSeconds.subtract(initial).divide(step, 0, RoundingMode.CEILING);
        return initial.add(steps.multiply(step));
    }
}
