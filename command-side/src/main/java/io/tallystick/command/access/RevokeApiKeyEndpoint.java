package io.tallystick.command.access;

import io.tallystick.command.Commands;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.KeyOwner;
import io.tallystick.edge.lookup.Partners;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.wall.VisibleCustomers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `DELETE …/api-keys/{id}` of a customer, of a partner, and of the operators.
@RestController
class RevokeApiKeyEndpoint {

    private final Commands commands;
    private final VisibleCustomers customers;
    private final Partners partners;

    RevokeApiKeyEndpoint(Commands commands, VisibleCustomers customers, Partners partners) {
        this.commands = commands;
        this.customers = customers;
        this.partners = partners;
    }

    /// Revoke a key of a customer. It is final, and holds for the next request on every node; no
    /// event that was sent with the key has a position above the one that is answered. Needs the
    /// permission ADMIN.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found` and `api_key_not_found`.
    ///
    /// @param customer the customer's id or key
    /// @param id the key's id
    @DeleteMapping("/api/v1/customers/{customer}/api-keys/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> revokeCustomerKey(
            @PathVariable String customer,
            @PathVariable String id,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.ADMIN);
        UUID customerId = customers.visibleTo(caller, customer).customerId();
        return revoke(KeyOwner.customer(caller.tenantId(), customerId), id, caller, http);
    }

    /// Revoke a key of a partner. It is final, and holds for the next request on every node. Needs
    /// an operator's key, or a key of the partner itself, and the permission ADMIN.
    ///
    /// Errors: 403 `permission_missing`, 404 `api_key_not_found`.
    ///
    /// @param partner the partner's id or key
    /// @param id the key's id
    @DeleteMapping("/api/v1/partners/{partner}/api-keys/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> revokePartnerKey(
            @PathVariable String partner,
            @PathVariable String id,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.ADMIN);
        UUID tenant = partners.visibleTo(caller, partner);
        return revoke(KeyOwner.partner(tenant), id, caller, http);
    }

    /// Revoke a key of operators. It is final, and holds for the next request on every node. The
    /// last one with the permission ADMIN stays, also when two are revoked at the same moment.
    /// Needs an operator's key with the permission ADMIN.
    ///
    /// Errors: 403 `permission_missing` and `operator_only`, 404 `api_key_not_found`, 409
    /// `last_operator_key`.
    ///
    /// @param id the key's id
    @DeleteMapping("/api/v1/admin/api-keys/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> revokeOperatorKey(
            @PathVariable String id, Caller caller, HttpServletRequest http) {
        caller.requireOperator();
        caller.require(Permission.ADMIN);
        return revoke(KeyOwner.operators(), id, caller, http);
    }

    private ResponseEntity<Void> revoke(
            KeyOwner owner, String id, Caller caller, HttpServletRequest http) {
        var command = RevokeApiKey.of(owner, id);
        var done = commands.send(command, caller, RequestId.of(http));
        return ResponseEntity.noContent()
                .header(Positions.POSITION, Long.toString(done.position()))
                .build();
    }
}
