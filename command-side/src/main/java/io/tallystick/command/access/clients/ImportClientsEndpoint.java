package io.tallystick.command.access.clients;

import io.tallystick.command.Commands;
import io.tallystick.command.access.clients.CreateClients.Outcome;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.wall.VisibleCustomers;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// `POST …/clients/import` of a customer.
@RestController
class ImportClientsEndpoint {

    private static final int CLIENTS_MAX = 1_000;

    private final Commands commands;
    private final VisibleCustomers customers;
    private final Clock clock;

    ImportClientsEndpoint(Commands commands, VisibleCustomers customers, Clock clock) {
        this.commands = commands;
        this.customers = customers;
        this.clock = clock;
    }

    /// Many who are served.
    ///
    /// @param clients Required. 1 to 1,000 of them
    record Request(@Nullable List<CreateClientEndpoint.@Nullable Request> clients) {}

    /// What became of them.
    ///
    /// @param created how many are clients from here on
    /// @param invited how many of those were invited by themselves
    /// @param rejected how many are not
    /// @param results one for each, in the order in which they were sent
    record Imported(int created, int invited, int rejected, List<Result> results) {}

    /// What became of one.
    ///
    /// @param index where it was in the request
    /// @param status `created` or `rejected`
    /// @param id made by the server, null where it was rejected
    /// @param error why it was rejected, null where it was not
    record Result(int index, String status, @Nullable UUID id, @Nullable Fault error) {}

    /// Why one was rejected.
    ///
    /// @param pointer JSON pointer to the field of the client
    /// @param code for programs
    /// @param detail for people
    record Fault(String pointer, String code, String detail) {}

    /// Create many clients at once. Each is judged by itself: one that is invalid or taken does not
    /// keep out the others, and the answer says which. Whoever is sent twice is created once. Needs
    /// the permission WRITE.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found`.
    ///
    /// @param customer the customer's id or key
    @PostMapping("/api/v1/customers/{customer}/clients/import")
    ResponseEntity<Imported> importClients(
            @PathVariable String customer,
            @RequestBody Request request,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.WRITE);
        Customer found = customers.visibleTo(caller, customer);
        var batch = ClientBatch.of(items(request), found.country());
        var command = CreateClients.of(caller.tenantId(), found, batch.valid(), clock.instant());
        Commands.Done<List<Outcome>> done = commands.send(command, caller, RequestId.of(http));
        return ResponseEntity.ok()
                .header(Positions.POSITION, Long.toString(done.position()))
                .body(batch.answer(done.result()));
    }

    private static List<CreateClientEndpoint.@Nullable Request> items(Request request) {
        List<CreateClientEndpoint.@Nullable Request> items = request.clients();
        if (items == null || items.isEmpty()) {
            throw ApiProblem.invalid("/clients", "required", "clients is required.");
        }
        if (items.size() > CLIENTS_MAX) {
            throw ApiProblem.invalid(
                    "/clients", "too_many", "No more than 1,000 clients fit into a request.");
        }
        return items;
    }
}
