package io.tallystick.command.audit;

import io.tallystick.command.Commands;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.position.Positions;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `POST /api/v1/admin/projections/{name}/replay`.
@RestController
class RequestProjectionReplayEndpoint {

    private final Commands commands;

    RequestProjectionReplayEndpoint(Commands commands) {
        this.commands = commands;
    }

    /// Why a projection is to be computed anew.
    ///
    /// @param reason Required. 1 to 500 characters, kept in the log
    record Request(@Nullable String reason) {}

    /// Rebuild a projection from the log. The rebuild has begun when the answer leaves, and takes
    /// the place of the rows that readers see when it has caught up; until then reads answer as
    /// before. Needs an operator's key with the permission ADMIN.
    ///
    /// Errors: 403 `permission_missing` and `operator_only`, 404 `projection_not_found`, 409
    /// `replay_running`.
    ///
    /// @param name the projection's name
    @PostMapping("/api/v1/admin/projections/{name}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<Void> requestReplay(
            @PathVariable String name,
            @RequestBody Request request,
            Caller caller,
            HttpServletRequest http) {
        caller.requireOperator();
        caller.require(Permission.ADMIN);
        var command = RequestProjectionReplay.of(name, request.reason());
        long position = commands.send(command, caller, RequestId.of(http)).position();
        return ResponseEntity.accepted()
                .header(Positions.POSITION, Long.toString(position))
                .build();
    }
}
