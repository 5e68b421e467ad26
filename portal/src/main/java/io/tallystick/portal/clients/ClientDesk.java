package io.tallystick.portal.clients;

import io.tallystick.command.Commands;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.Clients.Client;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.settings.PortalState;
import io.tallystick.edge.wall.ShownClients;
import io.tallystick.edge.wall.ShownSettings;
import io.tallystick.edge.wall.VisibleCustomers;
import io.tallystick.portal.usage.CustomerOrder;
import io.tallystick.portal.usage.CustomerPlace;
import io.tallystick.query.access.clients.ClientItem;
import io.tallystick.query.page.Cursor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// The same commands and look-ups of clients as an API client's.
@Component
final class ClientDesk {

    static final String BELOW = "/clients";

    private static final int CLIENTS_MAX = 50;

    private final ShownClients clients;
    private final ShownSettings settings;
    private final VisibleCustomers customers;
    private final Commands commands;
    private final Clock clock;

    ClientDesk(
            ShownClients clients,
            ShownSettings settings,
            VisibleCustomers customers,
            Commands commands,
            Clock clock) {
        this.clients = clients;
        this.settings = settings;
        this.customers = customers;
        this.commands = commands;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Customer customer(CustomerPlace place) {
        return customers.find(place.sight(), place.customerId().toString()).orElseThrow();
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    <R extends @Nullable Object> R send(Object command, CustomerOrder order) {
        return commands.<R>send(command, order.caller(), order.requestId()).result();
    }

    String list(
            CustomerPlace place,
            boolean archived,
            @Nullable String cursor,
            Caller caller,
            Model model) {
        UUID before = cursor == null ? null : Cursor.id(cursor);
        List<Client> found =
                clients.newest(
                        place.sight(), place.customerId(), archived, before, CLIENTS_MAX + 1);
        Instant now = clock.instant();
        frame(place, caller, model);
        model.addAttribute("archived", archived);
        model.addAttribute(
                "clients",
                found.stream()
                        .limit(CLIENTS_MAX)
                        .map(client -> ClientRow.of(ClientItem.of(client, now)))
                        .toList());
        model.addAttribute(
                "next",
                found.size() > CLIENTS_MAX
                        ? next(place, archived, found.get(CLIENTS_MAX - 1))
                        : null);
        return "clients/list";
    }

    private static String next(CustomerPlace place, boolean archived, Client last) {
        String address = place.at(BELOW, "cursor", Cursor.of(last.clientId().toString()));
        return archived ? address + "&archived=true" : address;
    }

    /// @throws ApiProblem 404 for what is foreign, as for what is not there
    String client(CustomerPlace place, String id, Caller caller, Model model) {
        Client found =
                clients.find(place.sight(), place.customerId(), id(id))
                        .orElseThrow(() -> ApiProblem.notFound("client"));
        frame(place, caller, model);
        model.addAttribute("client", ClientRow.of(ClientItem.of(found, clock.instant())));
        return "clients/client";
    }

    private void frame(CustomerPlace place, Caller caller, Model model) {
        var all = settings.of(place.sight(), place.customerId());
        model.addAttribute("place", place);
        model.addAttribute("sidebar", place.sidebar());
        model.addAttribute("mayManage", caller.may(Permission.WRITE));
        model.addAttribute(
                "portalOpen", all.filter(it -> PortalState.closedBecause(it) == null).isPresent());
        model.addAttribute("invites", all.filter(PortalState::invites).isPresent());
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw ApiProblem.notFound("client");
        }
    }
}
