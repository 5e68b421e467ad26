package io.tallystick.command.audit;

import io.tallystick.command.Commands;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.position.Positions;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `POST /api/v1/admin/outbox/{mail}/resend`.
@RestController
class ResendMailEndpoint {

    private final Commands commands;
    private final Clock clock;

    ResendMailEndpoint(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /// Send a mail again that could not be delivered. It waits as if it was never tried, and has
    /// the same Message-ID. Needs an operator's key with the permission ADMIN.
    ///
    /// Errors: 403 `permission_missing` and `operator_only`, 404 `mail_not_found`, 409
    /// `mail_not_failed` and `mail_outdated`.
    ///
    /// @param mail the mail's id
    @PostMapping("/api/v1/admin/outbox/{mail}/resend")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<Void> resendMail(
            @PathVariable String mail, Caller caller, HttpServletRequest http) {
        caller.requireOperator();
        caller.require(Permission.ADMIN);
        var command = ResendMail.of(mail, clock.instant());
        long position = commands.send(command, caller, RequestId.of(http)).position();
        return ResponseEntity.accepted()
                .header(Positions.POSITION, Long.toString(position))
                .build();
    }
}
