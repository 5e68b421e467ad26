package io.tallystick.command.settings;

import io.tallystick.command.Commands;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.settings.SectionType;
import io.tallystick.edge.wall.VisibleCustomers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `DELETE …/settings/branding/logo` of a customer.
@RestController
class RemoveLogoEndpoint {

    private final Commands commands;
    private final VisibleCustomers customers;

    RemoveLogoEndpoint(Commands commands, VisibleCustomers customers) {
        this.commands = commands;
        this.customers = customers;
    }

    /// Take away a customer's logo; then its partner's is shown. It is what to change its branding
    /// to `"logo": null` is. Where there is none, there is no fact. The header `If-Match` carries
    /// the version that the client has seen. Needs the permission WRITE.
    ///
    /// Errors: 400 `invalid_request`, 403 `permission_missing`, 404 `customer_not_found`, 409
    /// `settings_changed`, 428 `precondition_required`.
    ///
    /// @param customer the customer's id or key
    @DeleteMapping("/api/v1/customers/{customer}/settings/branding/logo")
    ResponseEntity<ObjectNode> removeLogo(
            @PathVariable String customer,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.WRITE);
        UUID id = customers.visibleTo(caller, customer).customerId();
        var command =
                ChangeSection.ofBranding(
                        caller.tenantId(),
                        id,
                        SeenVersion.of(seen),
                        JsonNodeFactory.instance.objectNode().putNull("logo"));
        return SavedSection.of(
                commands.send(command, caller, RequestId.of(http)), SectionType.BRANDING);
    }
}
