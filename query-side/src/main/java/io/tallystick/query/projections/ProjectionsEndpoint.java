package io.tallystick.query.projections;

import io.tallystick.edge.caller.Caller;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/v1/admin/projections`. Errors: 403 `operator_only`.
@RestController
class ProjectionsEndpoint {

    private final ProjectionsQuery projections;

    ProjectionsEndpoint(ProjectionsQuery projections) {
        this.projections = projections;
    }

    @GetMapping("/api/v1/admin/projections")
    List<ProjectionStatus> all(Caller caller) {
        caller.requireOperator();
        return projections.all();
    }
}
