package io.tallystick.command.credits;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Pays for a call with its hold.
///
/// @param amount null for all that is held
record CaptureHold(UUID tenantId, UUID customerId, UUID holdId, @Nullable BigDecimal amount) {

    /// @throws ApiProblem 400 for what is no amount
    static CaptureHold of(UUID tenantId, UUID customerId, UUID holdId, @Nullable String amount) {
        List<FieldError> errors = new ArrayList<>();
        BigDecimal judged = amount == null ? null : Amount.of(amount, "/amount", errors);
        ApiProblem.refuse(errors);
        return new CaptureHold(tenantId, customerId, holdId, judged);
    }
}
