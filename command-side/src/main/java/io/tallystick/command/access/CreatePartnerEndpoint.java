package io.tallystick.command.access;

import io.tallystick.command.Commands;
import io.tallystick.edge.Ids;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `POST /api/v1/partners` creates a tenant.
@RestController
class CreatePartnerEndpoint {

    private final Commands commands;

    CreatePartnerEndpoint(Commands commands) {
        this.commands = commands;
    }

    /// A new partner.
    ///
    /// @param key Required. 1 to 63 lower-case letters, digits and hyphens; unique, and never
    ///   changed
    /// @param name Required. 1 to 200 characters
    record Request(@Nullable String key, @Nullable String name) {}

    /// A partner as it was created.
    ///
    /// @param id made by the server
    /// @param key what `Tallystick-Partner` names
    /// @param name what people call it
    record Created(UUID id, String key, String name) {}

    /// Create a partner. Needs an operator's key with the permission WRITE.
    ///
    /// Errors: 403 `permission_missing` and `operator_only`, 409 `partner_key_taken`.
    @PostMapping("/api/v1/partners")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Created> createPartner(
            @RequestBody Request request, Caller caller, HttpServletRequest http) {
        caller.requireOperator();
        caller.require(Permission.WRITE);
        Created partner = checked(request);
        var done =
                commands.send(
                        new CreatePartner(partner.id(), partner.key(), partner.name()),
                        caller,
                        RequestId.of(http));
        return ResponseEntity.created(URI.create("/api/v1/partners/" + partner.key()))
                .header(Positions.POSITION, Long.toString(done.position()))
                .body(partner);
    }

    private static Created checked(Request request) {
        List<FieldError> errors = new ArrayList<>();
        String key = Required.text(request.key(), "/key", errors);
        String name = Required.text(request.name(), "/name", errors);
        CustomerDetailsRule.refuse(errors);
        KeyRule.checkPartner(key, errors);
        CustomerDetailsRule.checkName(name, errors);
        CustomerDetailsRule.refuse(errors);
        return new Created(Ids.next(), key, name);
    }
}
