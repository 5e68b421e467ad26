package io.tallystick.command.audit;

import io.tallystick.edge.problem.ApiProblem;
import org.jspecify.annotations.Nullable;

/// Somebody with a reason wants a projection to be rebuilt.
public record RequestProjectionReplay(String projection, String reason) {

    private static final int REASON_CHARACTERS_MAX = 500;

    /// @throws ApiProblem 400 without a reason that a reader of the log would understand
    public static RequestProjectionReplay of(String projection, @Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > REASON_CHARACTERS_MAX) {
            throw ApiProblem.invalid(
                    "/reason", "required", "A replay needs a reason of 1 to 500 characters.");
        }
        return new RequestProjectionReplay(projection, reason);
    }
}
