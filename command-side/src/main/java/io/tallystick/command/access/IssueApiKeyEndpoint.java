package io.tallystick.command.access;

import io.tallystick.command.Commands;
import io.tallystick.edge.Ids;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.ApiKeys.ApiKey;
import io.tallystick.edge.lookup.KeyOwner;
import io.tallystick.edge.lookup.Partners;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.wall.VisibleCustomers;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `POST …/api-keys` of a customer, of a partner, and of the operators.
@RestController
class IssueApiKeyEndpoint {

    private final Commands commands;
    private final VisibleCustomers customers;
    private final Partners partners;

    IssueApiKeyEndpoint(Commands commands, VisibleCustomers customers, Partners partners) {
        this.commands = commands;
        this.customers = customers;
        this.partners = partners;
    }

    /// A new key.
    ///
    /// @param name Required. 1 to 64 printable characters
    /// @param permissions Required. One or more of `read`, `write`, `delete` and `admin`; none
    ///   implies another, but `admin` implies all
    record Request(@Nullable String name, @Nullable Set<String> permissions) {}

    /// A key as it was issued.
    ///
    /// @param id made by the server
    /// @param name what people call it
    /// @param prefix the beginning of the secret, by which people know it again
    /// @param secret what to send as `Authorization: Bearer`. It is shown here and never again
    /// @param permissions what it may do
    /// @param createdAt when it was issued
    record Issued(
            UUID id,
            String name,
            String prefix,
            String secret,
            List<String> permissions,
            Instant createdAt) {}

    /// Issue a key of a customer. It acts for this customer only, and its secret is in this answer
    /// and nowhere else. Needs the permission ADMIN, which no key without it can grant.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found`, 409 `api_key_limit` and
    /// `api_access_required`.
    ///
    /// @param customer the customer's id or key
    @PostMapping("/api/v1/customers/{customer}/api-keys")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Issued> issueCustomerKey(
            @PathVariable String customer,
            @RequestBody Request request,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.ADMIN);
        UUID id = customers.visibleTo(caller, customer).customerId();
        KeyOwner owner = KeyOwner.customer(caller.tenantId(), id);
        return issue(request, owner, "/api/v1/customers/" + id, caller, http);
    }

    /// Issue a key of a partner. It acts for all customers of the partner, and its secret is in
    /// this answer and nowhere else. Needs an operator's key, or a key of the partner itself, and
    /// the permission ADMIN.
    ///
    /// Errors: 403 `permission_missing`, 404 `partner_not_found`.
    ///
    /// @param partner the partner's id or key
    @PostMapping("/api/v1/partners/{partner}/api-keys")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Issued> issuePartnerKey(
            @PathVariable String partner,
            @RequestBody Request request,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.ADMIN);
        UUID tenant = partners.visibleTo(caller, partner);
        KeyOwner owner = KeyOwner.partner(tenant);
        return issue(request, owner, "/api/v1/partners/" + tenant, caller, http);
    }

    /// Issue a key of operators. It acts for all partners and customers, and its secret is in this
    /// answer and nowhere else. Needs an operator's key with the permission ADMIN.
    ///
    /// Errors: 403 `permission_missing` and `operator_only`.
    @PostMapping("/api/v1/admin/api-keys")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Issued> issueOperatorKey(
            @RequestBody Request request, Caller caller, HttpServletRequest http) {
        caller.requireOperator();
        caller.require(Permission.ADMIN);
        return issue(request, KeyOwner.operators(), "/api/v1/admin", caller, http);
    }

    private ResponseEntity<Issued> issue(
            Request request, KeyOwner owner, String path, Caller caller, HttpServletRequest http) {
        IssueApiKey command =
                IssueApiKey.of(Ids.next(), owner, request.name(), request.permissions());
        Commands.Done<Instant> done = commands.send(command, caller, RequestId.of(http));
        ApiKey key = command.key();
        return ResponseEntity.created(URI.create(path + "/api-keys/" + key.keyId()))
                .header(Positions.POSITION, Long.toString(done.position()))
                .cacheControl(CacheControl.noStore())
                .body(
                        new Issued(
                                key.keyId(),
                                key.name(),
                                key.prefix(),
                                command.secret(),
                                List.of(Permission.names(key.permissions())),
                                done.result()));
    }
}
