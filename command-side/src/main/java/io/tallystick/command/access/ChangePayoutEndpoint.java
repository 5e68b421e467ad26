package io.tallystick.command.access;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.problem.ApiProblem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `PUT …/payout` of a customer. Only keys come here, and where somebody is paid is changed by the
/// person, with its password.
@RestController
class ChangePayoutEndpoint {

    /// Refuse to change where somebody is paid. A key belongs to no person and has no password;
    /// people change their own address on the page Payouts, with their current password.
    ///
    /// Errors: 403 `not_a_person`.
    ///
    /// @param customer the customer's id or key
    @PutMapping("/api/v1/customers/{customer}/payout")
    @ResponseStatus(HttpStatus.FORBIDDEN)
    void changePayout(@PathVariable String customer, Caller caller) {
        throw new ApiProblem(
                HttpStatus.FORBIDDEN,
                "not_a_person",
                "The key \"%s\" belongs to no person. People change where they are paid on the page Payouts."
                        .formatted(caller.label()));
    }
}
