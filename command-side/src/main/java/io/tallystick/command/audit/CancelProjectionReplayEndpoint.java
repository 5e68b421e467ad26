package io.tallystick.command.audit;

import io.tallystick.command.Commands;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.position.Positions;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `DELETE /api/v1/admin/projections/{name}/replay`.
@RestController
class CancelProjectionReplayEndpoint {

    private final Commands commands;

    CancelProjectionReplayEndpoint(Commands commands) {
        this.commands = commands;
    }

    /// Cancel a rebuild. Readers go on with the rows that they have. Needs an operator's key with
    /// the permission ADMIN.
    ///
    /// Errors: 403 `permission_missing` and `operator_only`, 404 `projection_not_found` and
    /// `replay_not_found`.
    ///
    /// @param name the projection's name
    @DeleteMapping("/api/v1/admin/projections/{name}/replay")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> cancelReplay(
            @PathVariable String name, Caller caller, HttpServletRequest http) {
        caller.requireOperator();
        caller.require(Permission.ADMIN);
        var command = new CancelProjectionReplay(name);
        long position = commands.send(command, caller, RequestId.of(http)).position();
        return ResponseEntity.noContent()
                .header(Positions.POSITION, Long.toString(position))
                .build();
    }
}
