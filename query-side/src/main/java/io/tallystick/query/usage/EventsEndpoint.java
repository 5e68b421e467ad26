package io.tallystick.query.usage;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.eventstore.usage.EventRef;
import io.tallystick.eventstore.usage.UsageReader;
import io.tallystick.query.access.CustomerDirectory;
import io.tallystick.query.page.Limit;
import io.tallystick.query.page.Page;
import io.tallystick.query.position.WaitFor;
import io.tallystick.query.time.QueryTime;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/v1/events` and `GET /api/v1/events/{position}/{ordinal}`.
@RestController
class EventsEndpoint {

    private final EventsQuery query;
    private final WaitFor waitFor;
    private final Clock clock;

    EventsEndpoint(EventsQuery query, WaitFor waitFor, Clock clock) {
        this.query = query;
        this.waitFor = waitFor;
        this.clock = clock;
    }

    /// Which events.
    ///
    /// @param subject a customer's key; must be named where the partner has more than 10,000
    ///   customers
    /// @param type type of the events
    /// @param source source of the events
    /// @param id id of the event
    /// @param from time of the first, inclusive
    /// @param to time of the last, exclusive
    record Parameters(
            @Nullable String subject,
            @Nullable String type,
            @Nullable String source,
            @Nullable String id,
            @Nullable String from,
            @Nullable String to,
            @Nullable Integer limit,
            @Nullable String cursor) {

        UsageReader.Filter filter() {
            var filter =
                    new UsageReader.Filter(
                            QueryTime.instant("from", from),
                            QueryTime.instant("to", to),
                            type,
                            source,
                            id,
                            EventCursor.parse(cursor));
            if (filter.from() != null
                    && filter.to() != null
                    && !filter.from().isBefore(filter.to())) {
                throw ApiProblem.invalid("from", "not_before_to", "from must be before to.");
            }
            return filter;
        }
    }

    /// List stored events. The newest `time` comes first. Needs the permission READ.
    ///
    /// Errors: 403 `permission_missing`.
    @GetMapping("/api/v1/events")
    Page<EventItem> listEvents(
            @ModelAttribute Parameters parameters,
            @RequestHeader(name = Positions.WAIT_FOR, required = false) @Nullable String position,
            Caller caller) {
        caller.require(Permission.READ);
        UsageReader.Filter filter = parameters.filter();
        int limit = Limit.of(parameters.limit());
        waitFor.header(position, CustomerDirectory.PROJECTION);
        return query.newest(caller.sight(), parameters.subject(), filter, limit, clock.instant());
    }

    /// Find a stored event. Needs the permission READ.
    ///
    /// Errors: 400 `invalid_request`, 403 `permission_missing`, 404 `event_not_found`.
    ///
    /// @param position where the event is in the log
    /// @param ordinal its place among the events of that position
    @GetMapping("/api/v1/events/{position}/{ordinal}")
    EventItem findEvent(@PathVariable long position, @PathVariable int ordinal, Caller caller) {
        caller.require(Permission.READ);
        return query.find(caller.sight(), new EventRef(position, ordinal))
                .orElseThrow(() -> ApiProblem.notFound("event"));
    }
}
