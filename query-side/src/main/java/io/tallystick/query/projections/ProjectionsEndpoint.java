package io.tallystick.query.projections;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/v1/admin/projections`.
@RestController
class ProjectionsEndpoint {

    private final ProjectionsQuery projections;

    ProjectionsEndpoint(ProjectionsQuery projections) {
        this.projections = projections;
    }

    /// List projections. Each says how far it is, and its rebuild while there is one. Needs an
    /// operator's key with the permission READ.
    ///
    /// Errors: 403 `permission_missing` and `operator_only`.
    @GetMapping("/api/v1/admin/projections")
    List<ProjectionStatus> listProjections(Caller caller) {
        caller.requireOperator();
        caller.require(Permission.READ);
        return projections.all();
    }
}
