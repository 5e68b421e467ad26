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
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/v1/events?subject=&type=&source=&id=&from=&to=&limit=&cursor=` newest first, `GET
/// /api/v1/events/{position}/{ordinal}` one. Errors: 400 `invalid_request`, 403
/// `permission_missing`, 404 `event_not_found`, 503 `projection_behind`.
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

    @GetMapping("/api/v1/events")
    Page<EventItem> list(
            @ModelAttribute Parameters parameters,
            @RequestHeader(name = Positions.WAIT_FOR, required = false) @Nullable String position,
            Caller caller) {
        caller.require(Permission.READ);
        UsageReader.Filter filter = parameters.filter();
        int limit = Limit.of(parameters.limit());
        waitFor.header(position, CustomerDirectory.PROJECTION);
        return query.newest(
                caller.tenantId(),
                caller.customerScope(),
                parameters.subject(),
                filter,
                limit,
                clock.instant());
    }

    @GetMapping("/api/v1/events/{position}/{ordinal}")
    EventItem find(@PathVariable long position, @PathVariable int ordinal, Caller caller) {
        caller.require(Permission.READ);
        return query.find(
                        caller.tenantId(), caller.customerScope(), new EventRef(position, ordinal))
                .orElseThrow(() -> ApiProblem.notFound("event"));
    }
}
