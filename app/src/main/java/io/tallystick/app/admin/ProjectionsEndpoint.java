package io.tallystick.app.admin;

import io.tallystick.app.admin.Projections.Projection;
import io.tallystick.command.Commands;
import io.tallystick.command.audit.RequestProjectionReplay;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.problem.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// How far projections are, and their replay. Errors: 403 `operator_only`, 404
/// `projection_not_found`, 409 `replay_starting`.
@RestController
class ProjectionsEndpoint {

    private static final int REASON_CHARACTERS_MAX = 500;

    private final Projections projections;
    private final Commands commands;

    ProjectionsEndpoint(Projections projections, Commands commands) {
        this.projections = projections;
        this.commands = commands;
    }

    record ReplayRequest(@Nullable String reason) {}

    @GetMapping("/api/v1/admin/projections")
    List<Projection> all(Caller caller) {
        caller.requireOperator();
        return projections.all();
    }

    @PostMapping("/api/v1/admin/projections/{name}/replay")
    ResponseEntity<Void> replay(
            @PathVariable String name,
            @RequestBody ReplayRequest body,
            Caller caller,
            HttpServletRequest http) {
        caller.requireOperator();
        String reason = reason(body.reason());
        var request = new RequestProjectionReplay(name, reason);
        long position =
                projections.reset(
                        name, () -> commands.send(request, caller, RequestId.of(http)).position());
        return ResponseEntity.accepted()
                .header(Positions.POSITION, Long.toString(position))
                .build();
    }

    private static String reason(@Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > REASON_CHARACTERS_MAX) {
            throw ApiProblem.invalid(
                    "/reason", "required", "A replay needs a reason of 1 to 500 characters.");
        }
        return reason;
    }
}
