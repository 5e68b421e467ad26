package io.tallystick.command.credits;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sets credits aside for a call that is going on.
record HoldCredits(
        UUID tenantId,
        UUID customerId,
        UUID holdId,
        String callId,
        BigDecimal amount,
        int ttlSeconds) {

    /// @throws ApiProblem 400 that names all faults at once
    static HoldCredits of(
            UUID tenantId,
            UUID customerId,
            UUID holdId,
            @Nullable String callId,
            @Nullable String amount,
            @Nullable Integer ttlSeconds) {
        List<FieldError> errors = new ArrayList<>();
        String call = CreditRule.callId(callId, errors);
        BigDecimal judged = Amount.of(amount, "/amount", errors);
        int ttl = CreditRule.ttlSeconds(ttlSeconds, errors);
        ApiProblem.refuse(errors);
        return new HoldCredits(tenantId, customerId, holdId, call, judged, ttl);
    }
}
