package io.tallystick.command.credits;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Gives a customer credits, as one lot.
///
/// @param effectiveAt null for at once
/// @param expiresAt null for never
public record GrantCredits(
        UUID tenantId,
        UUID customerId,
        UUID lotId,
        BigDecimal amount,
        String kind,
        int priority,
        @Nullable Instant effectiveAt,
        @Nullable Instant expiresAt,
        @Nullable String note) {

    /// What a client asks for, before anybody has judged it.
    public record Wish(
            @Nullable String amount,
            @Nullable String kind,
            @Nullable Integer priority,
            @Nullable Instant effectiveAt,
            @Nullable Instant expiresAt,
            @Nullable String note) {}

    /// @throws ApiProblem 400 that names all faults at once
    public static GrantCredits of(
            UUID tenantId, UUID customerId, UUID lotId, Wish wish, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        BigDecimal amount = Amount.of(wish.amount(), "/amount", errors);
        String kind = CreditRule.kind(wish.kind(), errors);
        int priority = CreditRule.priority(wish.priority(), errors);
        Instant effectiveAt = CreditRule.time(wish.effectiveAt(), "/effectiveAt", errors);
        Instant expiresAt = CreditRule.time(wish.expiresAt(), "/expiresAt", errors);
        CreditRule.span(effectiveAt, expiresAt, now, errors);
        String note = CreditRule.note(wish.note(), errors);
        ApiProblem.refuse(errors);
        return new GrantCredits(
                tenantId, customerId, lotId, amount, kind, priority, effectiveAt, expiresAt, note);
    }
}
