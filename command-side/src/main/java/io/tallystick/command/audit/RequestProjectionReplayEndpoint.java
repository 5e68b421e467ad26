package io.tallystick.command.audit;

import io.tallystick.command.Commands;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.position.Positions;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// `POST /api/v1/admin/projections/{name}/replay` begins a rebuild beside the live rows. Errors:
/// 400 `invalid_request`, 403 `operator_only`, 404 `projection_not_found`, 409 `replay_running`.
@RestController
class RequestProjectionReplayEndpoint {

    private final Commands commands;

    RequestProjectionReplayEndpoint(Commands commands) {
        this.commands = commands;
    }

    record Request(@Nullable String reason) {}

    @PostMapping("/api/v1/admin/projections/{name}/replay")
    ResponseEntity<Void> request(
            @PathVariable String name,
            @RequestBody Request request,
            Caller caller,
            HttpServletRequest http) {
        caller.requireOperator();
        var command = RequestProjectionReplay.of(name, request.reason());
        long position = commands.send(command, caller, RequestId.of(http)).position();
        return ResponseEntity.accepted()
                .header(Positions.POSITION, Long.toString(position))
                .build();
    }
}
