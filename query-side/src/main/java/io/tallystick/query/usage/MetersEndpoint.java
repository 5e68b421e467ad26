package io.tallystick.query.usage;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.rating.BuiltInMeters;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/v1/meters` and `GET /api/v1/meters/{slug}`.
@RestController
class MetersEndpoint {

    /// List meters. Needs the permission READ.
    ///
    /// Errors: 403 `permission_missing`.
    @GetMapping("/api/v1/meters")
    MeterView.Items listMeters(Caller caller) {
        caller.require(Permission.READ);
        return new MeterView.Items(
                BuiltInMeters.shown().stream().map(MeterView::of).toList(), null);
    }

    /// Find a meter. Needs the permission READ.
    ///
    /// Errors: 403 `permission_missing`, 404 `meter_not_found`.
    ///
    /// @param slug names the meter
    @GetMapping("/api/v1/meters/{slug}")
    MeterView findMeter(@PathVariable String slug, Caller caller) {
        caller.require(Permission.READ);
        return BuiltInMeters.bySlug(slug)
                .map(MeterView::of)
                .orElseThrow(() -> ApiProblem.notFound("meter"));
    }
}
