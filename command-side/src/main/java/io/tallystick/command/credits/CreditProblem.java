package io.tallystick.command.credits;

import io.tallystick.edge.problem.ApiProblem;
import java.math.BigDecimal;
import org.springframework.http.HttpStatus;

/// Why something cannot be done with credits.
final class CreditProblem {

    static final String INSUFFICIENT = "insufficient_credits";
    static final String BELOW_FLOOR = "below_floor";

    private CreditProblem() {}

    static ApiProblem disabled() {
        return new ApiProblem(
                HttpStatus.CONFLICT, "credits_disabled", "The customer is not charged in credits.");
    }

    static ApiProblem insufficient(BigDecimal free) {
        return new ApiProblem(
                HttpStatus.PAYMENT_REQUIRED,
                INSUFFICIENT,
                "No more than %s credits can be held."
                        .formatted(free.max(BigDecimal.ZERO).toPlainString()));
    }

    static ApiProblem belowFloor(BigDecimal free) {
        return new ApiProblem(
                HttpStatus.CONFLICT,
                BELOW_FLOOR,
                "No more than %s credits can be taken, unless the floor is overridden."
                        .formatted(free.max(BigDecimal.ZERO).toPlainString()));
    }

    static ApiProblem callHeld() {
        return new ApiProblem(
                HttpStatus.CONFLICT,
                "call_held",
                "Credits are held for this call already, or were captured for it.");
    }

    /// @param state in which a hold is that ended
    static ApiProblem ended(String state) {
        return new ApiProblem(
                HttpStatus.CONFLICT, "hold_" + state, "The hold is " + state + " already.");
    }

    static ApiProblem moreThanHeld(BigDecimal held) {
        return ApiProblem.invalid(
                "/amount",
                "more_than_held",
                "No more than the %s credits that are held can be captured."
                        .formatted(held.toPlainString()));
    }

    /// Whether more credits could mend it.
    static boolean isShortage(ApiProblem problem) {
        return problem.code().equals(INSUFFICIENT) || problem.code().equals(BELOW_FLOOR);
    }
}
