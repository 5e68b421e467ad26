package io.tallystick.query.access.clients;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.Clients.Client;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.wall.ShownClients;
import io.tallystick.edge.wall.VisibleCustomers;
import io.tallystick.query.page.Cursor;
import io.tallystick.query.page.Limit;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET …/clients` of a customer, and one of them. They are read where commands keep them, so that
/// what was acknowledged is there.
@RestController
class ClientsEndpoint {

    private final VisibleCustomers customers;
    private final ShownClients clients;
    private final Clock clock;

    ClientsEndpoint(VisibleCustomers customers, ShownClients clients, Clock clock) {
        this.customers = customers;
        this.clients = clients;
        this.clock = clock;
    }

    /// Whom a customer serves.
    ///
    /// @param items whoever came last first
    /// @param nextCursor for the next page; null on the last one
    record Clients(List<ClientItem> items, @Nullable String nextCursor) {}

    /// List the clients of a customer, whoever came last first, as the last command left them.
    /// Needs the permission READ.
    ///
    /// Errors: 400 `invalid_request`, 403 `permission_missing`, 404 `customer_not_found`.
    ///
    /// @param customer the customer's id or key
    /// @param archived true for those that are served no more; else the others
    @GetMapping("/api/v1/customers/{customer}/clients")
    Clients listClients(
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable Boolean archived,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        caller.require(Permission.READ);
        UUID id = customers.visibleTo(caller, customer).customerId();
        int items = Limit.of(limit);
        UUID before = cursor == null ? null : Cursor.id(cursor);
        boolean gone = archived != null && archived;
        List<Client> found = clients.newest(caller.sight(), id, gone, before, items + 1);
        Instant now = clock.instant();
        List<ClientItem> shown =
                found.stream().limit(items).map(client -> ClientItem.of(client, now)).toList();
        return new Clients(
                shown, found.size() > items ? Cursor.of(shown.getLast().id().toString()) : null);
    }

    /// Read a client, as the last command left it. Needs the permission READ.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found` and `client_not_found`.
    ///
    /// @param customer the customer's id or key
    /// @param id the client's id
    @GetMapping("/api/v1/customers/{customer}/clients/{id}")
    ClientItem readClient(@PathVariable String customer, @PathVariable String id, Caller caller) {
        caller.require(Permission.READ);
        UUID customerId = customers.visibleTo(caller, customer).customerId();
        return clients.find(caller.sight(), customerId, id(id))
                .map(client -> ClientItem.of(client, clock.instant()))
                .orElseThrow(() -> ApiProblem.notFound("client"));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw ApiProblem.notFound("client");
        }
    }
}
