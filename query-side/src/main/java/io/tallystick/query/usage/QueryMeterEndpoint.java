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

/// `GET /api/v1/meters/{slug}/query` in OpenMeter's shape, as JSON or as CSV.
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

    /// Ask a meter. Windows are whole calendar windows of the zone, and values cover `[from, to)`
    /// only. Windows without usage are left out, but a level has a value in every window that has
    /// begun from its first on. At most 10,000 windows and 100,000 values; with `MINUTE` exactly
    /// one subject and at most 24 hours. Needs the permission READ.
    ///
    /// Errors: 403 `permission_missing`, 404 `meter_not_found`.
    ///
    /// @param slug names the meter
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    MeterSeries queryMeter(
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(name = Positions.WAIT_FOR, required = false) @Nullable String position,
            Caller caller) {
        return answer(question(slug, parameters, caller), position, caller);
    }

    /// The same as CSV, chosen by `Accept: text/csv`.
    ///
    /// @param slug names the meter
    @GetMapping(path = PATH, produces = CSV)
    ResponseEntity<String> queryMeterAsCsv(
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
        return query.answer(caller.sight(), question, clock.instant());
    }
}
