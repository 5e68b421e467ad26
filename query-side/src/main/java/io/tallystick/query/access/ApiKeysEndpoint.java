package io.tallystick.query.access;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.KeyOwner;
import io.tallystick.edge.lookup.Partners;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.wall.VisibleCustomers;
import io.tallystick.query.page.Cursor;
import io.tallystick.query.page.Limit;
import io.tallystick.query.page.Page;
import io.tallystick.query.position.WaitFor;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET …/api-keys` of a customer, of a partner, and of the operators.
@RestController
class ApiKeysEndpoint {

    private final ApiKeyDirectory directory;
    private final VisibleCustomers customers;
    private final Partners partners;
    private final WaitFor waitFor;
    private final Clock clock;

    ApiKeysEndpoint(
            ApiKeyDirectory directory,
            VisibleCustomers customers,
            Partners partners,
            WaitFor waitFor,
            Clock clock) {
        this.directory = directory;
        this.customers = customers;
        this.partners = partners;
        this.waitFor = waitFor;
        this.clock = clock;
    }

    /// List the keys of a customer, the newest first. Revoked ones stay in the list. Needs the
    /// permission READ.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found`.
    ///
    /// @param customer the customer's id or key
    @GetMapping("/api/v1/customers/{customer}/api-keys")
    Page<ApiKeyItem> listCustomerKeys(
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = Positions.WAIT_FOR, required = false) @Nullable String position,
            Caller caller) {
        caller.require(Permission.READ);
        UUID id = customers.visibleTo(caller, customer).customerId();
        return list(KeyOwner.customer(caller.tenantId(), id), limit, cursor, position);
    }

    /// List the keys of a partner itself, the newest first. Revoked ones stay in the list. Needs an
    /// operator's key, or a key of the partner itself, and the permission ADMIN.
    ///
    /// Errors: 403 `permission_missing`, 404 `partner_not_found`.
    ///
    /// @param partner the partner's id or key
    @GetMapping("/api/v1/partners/{partner}/api-keys")
    Page<ApiKeyItem> listPartnerKeys(
            @PathVariable String partner,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = Positions.WAIT_FOR, required = false) @Nullable String position,
            Caller caller) {
        caller.require(Permission.ADMIN);
        UUID tenant = partners.visibleTo(caller, partner);
        return list(KeyOwner.partner(tenant), limit, cursor, position);
    }

    /// List the keys of operators, the newest first. Revoked ones stay in the list. Needs an
    /// operator's key with the permission ADMIN.
    ///
    /// Errors: 403 `permission_missing` and `operator_only`.
    @GetMapping("/api/v1/admin/api-keys")
    Page<ApiKeyItem> listOperatorKeys(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = Positions.WAIT_FOR, required = false) @Nullable String position,
            Caller caller) {
        caller.requireOperator();
        caller.require(Permission.ADMIN);
        return list(KeyOwner.operators(), limit, cursor, position);
    }

    private Page<ApiKeyItem> list(
            KeyOwner owner,
            @Nullable Integer limit,
            @Nullable String cursor,
            @Nullable String position) {
        int items = Limit.of(limit);
        UUID before = cursor == null ? null : Cursor.id(cursor);
        waitFor.header(position, ApiKeyDirectory.PROJECTION);
        return directory.list(owner, before, items, clock.instant());
    }
}
