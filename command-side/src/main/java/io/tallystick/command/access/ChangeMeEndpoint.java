package io.tallystick.command.access;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.problem.ApiProblem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `PATCH /api/v1/me`. Only keys come here, and a key is no person: it has neither an e-mail
/// address nor a password, and knows nobody to whom it belongs. Whoever could change a profile with
/// a key could do so without the current password.
@RestController
class ChangeMeEndpoint {

    /// Refuse to change who the key is. A key belongs to no person; people change their own name,
    /// picture, e-mail address and password on the page Profile.
    ///
    /// Errors: 403 `not_a_person`.
    @PatchMapping("/api/v1/me")
    @ResponseStatus(HttpStatus.FORBIDDEN)
    void changeMe(Caller caller) {
        throw new ApiProblem(
                HttpStatus.FORBIDDEN,
                "not_a_person",
                "The key \"%s\" belongs to no person. People change their own account on the page Profile."
                        .formatted(caller.label()));
    }
}
