package io.tallystick.query.usage;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.query.position.WaitFor;
import io.tallystick.rating.BuiltInMeters;
import io.tallystick.rating.Meter;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/v1/meters/{slug}/query?subject=&from=&to=&windowSize=&windowTimeZone=&groupBy=
/// &filterGroupBy[agent]=` in OpenMeter's shape, as JSON or as CSV. Without `from` it begins with
/// the first usage there is (with MINUTE 24 hours before the end), without `to` it ends now,
/// without `windowSize` the whole range is one window. Errors: 400 `invalid_request`, 403
/// `permission_missing`, 404 `meter_not_found`, 503 `projection_behind`.
@RestController
class QueryMeterEndpoint {

    private static final String PATH = "/api/v1/meters/{slug}/query";
    private static final String CSV = "text/csv;charset=UTF-8";

    private final MeterQuery query;
    private final WaitFor waitFor;
    private final Clock clock;

    QueryMeterEndpoint(MeterQuery query, WaitFor waitFor, Clock clock) {
        this.query = query;
        this.waitFor = waitFor;
        this.clock = clock;
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    MeterSeries json(
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(name = Positions.WAIT_FOR, required = false) @Nullable String position,
            Caller caller) {
        return answer(question(slug, parameters, caller), position, caller);
    }

    @GetMapping(path = PATH, produces = CSV)
    ResponseEntity<String> csv(
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(name = Positions.WAIT_FOR, required = false) @Nullable String position,
            Caller caller) {
        MeterQuestion question = question(slug, parameters, caller);
        MeterSeries series = answer(question, position, caller);
        List<String> groups =
                question.groupBy().stream()
                        .filter(group -> !group.equals(MeterQuestion.SUBJECT))
                        .toList();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(CSV))
                .header(Positions.POSITION, Long.toString(series.position()))
                .body(MeterCsv.of(series, groups));
    }

    private static MeterQuestion question(
            String slug, MultiValueMap<String, String> parameters, Caller caller) {
        caller.require(Permission.READ);
        Meter meter = BuiltInMeters.bySlug(slug).orElseThrow(() -> ApiProblem.notFound("meter"));
        return new MeterQueryParameters(meter, parameters).question();
    }

    private MeterSeries answer(MeterQuestion question, @Nullable String position, Caller caller) {
        waitFor.header(position, MeterQuery.PROJECTION);
        return query.answer(caller.tenantId(), caller.customerScope(), question, clock.instant());
    }
}
