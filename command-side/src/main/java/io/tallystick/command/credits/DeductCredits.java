package io.tallystick.command.credits;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes credits from a customer. It cannot be undone.
///
/// @param override whether to take them even where that leaves less than the floor
public record DeductCredits(
        UUID tenantId,
        UUID customerId,
        UUID deductionId,
        BigDecimal amount,
        String reason,
        boolean override) {

    /// @throws ApiProblem 400 that names all faults at once
    public static DeductCredits of(
            UUID tenantId,
            UUID customerId,
            UUID deductionId,
            @Nullable String amount,
            @Nullable String reason,
            boolean override) {
        List<FieldError> errors = new ArrayList<>();
        BigDecimal judged = Amount.of(amount, "/amount", errors);
        String why = CreditRule.reason(reason, errors);
        ApiProblem.refuse(errors);
        return new DeductCredits(tenantId, customerId, deductionId, judged, why, override);
    }
}
