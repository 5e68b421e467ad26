package io.tallystick.command.credits;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Lets a hold go on.
///
/// @param more credits than were held so far; nothing for as many
/// @param ttlSeconds from now on
record ExtendHold(UUID tenantId, UUID customerId, UUID holdId, BigDecimal more, int ttlSeconds) {

    /// @throws ApiProblem 400 that names all faults at once
    static ExtendHold of(
            UUID tenantId,
            UUID customerId,
            UUID holdId,
            @Nullable String amount,
            @Nullable Integer ttlSeconds) {
        List<FieldError> errors = new ArrayList<>();
        BigDecimal more = amount == null ? BigDecimal.ZERO : Amount.of(amount, "/amount", errors);
        int ttl = CreditRule.ttlSeconds(ttlSeconds, errors);
        ApiProblem.refuse(errors);
        return new ExtendHold(tenantId, customerId, holdId, more, ttl);
    }
}
