package io.tallystick.command.access;

import io.tallystick.edge.lookup.ApiKeys;
import io.tallystick.edge.problem.ApiProblem;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Of the operators' keys that may do everything, one stays: without it no program could ever make
/// another.
@Component
final class LastOperatorKey {

    private final ApiKeys keys;

    LastOperatorKey(ApiKeys keys) {
        this.keys = keys;
    }

    /// Called in the command's transaction, before the key goes.
    ///
    /// @throws ApiProblem 409 when no other would be left
    void requireAnother(UUID keyId) {
        if (keys.isLastOfOperators(keyId)) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "last_operator_key",
                    "This is the last operator's key with the permission admin. Issue another one first.");
        }
    }
}
