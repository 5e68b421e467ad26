package io.tallystick.portal.support;

import io.tallystick.command.support.TicketDesk;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.portal.settings.SettingsTab;
import io.tallystick.portal.settings.SettingsTabs;
import io.tallystick.portal.usage.CustomerOrder;
import io.tallystick.portal.usage.CustomerPlace;
import io.tallystick.query.page.Cursor;
import io.tallystick.query.position.ProjectionBehind;
import io.tallystick.query.position.ProjectionWatch;
import io.tallystick.query.support.Ticket;
import io.tallystick.query.support.TicketsQuery;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// The same commands and queries of tickets as an API client's.
@Component
final class SupportDesk {

    static final String BELOW = "/support";

    private static final int TICKETS_MAX = 50;

    private final TicketDesk desk;
    private final TicketsQuery query;
    private final ProjectionWatch watch;
    private final SettingsTabs tabs;
    private final Clock clock;

    SupportDesk(
            TicketDesk desk,
            TicketsQuery query,
            ProjectionWatch watch,
            SettingsTabs tabs,
            Clock clock) {
        this.desk = desk;
        this.query = query;
        this.watch = watch;
        this.tabs = tabs;
        this.clock = clock;
    }

    String list(CustomerPlace place, @Nullable String cursor, Caller caller, Model model) {
        var filter =
                new TicketsQuery.Filter(
                        place.customerId(), null, cursor == null ? null : Cursor.id(cursor));
        var page = query.list(place.sight(), filter, TICKETS_MAX, clock.instant());
        frame(place, caller, model);
        model.addAttribute("tickets", page.items().stream().map(TicketRow::of).toList());
        String next = page.nextCursor();
        model.addAttribute("next", next == null ? null : place.at(BELOW, "cursor", next));
        return "support/tickets";
    }

    String ticket(CustomerPlace place, String id, Caller caller, Model model) {
        Ticket found = find(place, id, caller);
        frame(place, caller, model);
        model.addAttribute("ticket", TicketRow.of(found.ticket()));
        model.addAttribute("texts", found.texts().stream().map(TicketRow.Text::of).toList());
        return "support/ticket";
    }

    private Ticket find(CustomerPlace place, String id, Caller caller) {
        try {
            return query.find(
                            place.sight(),
                            place.customerId(),
                            UUID.fromString(id),
                            caller,
                            clock.instant())
                    .orElseThrow(() -> ApiProblem.notFound("support_ticket"));
        } catch (IllegalArgumentException noId) {
            throw ApiProblem.notFound("support_ticket");
        }
    }

    private void frame(CustomerPlace place, Caller caller, Model model) {
        model.addAttribute("place", place);
        model.addAttribute("sidebar", place.sidebar());
        model.addAttribute("tabs", tabs.of(caller, place.addresses(), SettingsTab.SUPPORT));
    }

    /// @param id of the ticket that is shown afterwards
    String change(Supplier<Object> command, String id, CustomerOrder order) {
        try {
            send(command.get(), order);
            return "redirect:" + order.place().at(BELOW + "/" + id);
        } catch (ApiProblem refused) {
            order.refuse(refused);
            return ticket(order.place(), id, order.caller(), order.model());
        }
    }

    /// The page that comes next shows what was done, unless the projection is far behind.
    void send(Object command, CustomerOrder order) {
        long position = desk.send(command, order.caller(), order.requestId());
        try {
            watch.await(TicketsQuery.PROJECTION, position);
        } catch (ProjectionBehind later) {
            // What was done is done, and is shown a little later.
        }
    }
}
