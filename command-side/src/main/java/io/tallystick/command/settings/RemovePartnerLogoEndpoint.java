package io.tallystick.command.settings;

import io.tallystick.command.Commands;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.Partners;
import io.tallystick.edge.settings.PartnerSectionType;
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

/// `DELETE …/settings/branding/logo` of a partner.
@RestController
class RemovePartnerLogoEndpoint {

    private final Commands commands;
    private final Partners partners;

    RemovePartnerLogoEndpoint(Commands commands, Partners partners) {
        this.commands = commands;
        this.partners = partners;
    }

    /// Take away a partner's logo. It is what to change its branding to `"logo": null` is. Where
    /// there is none, there is no fact. The header `If-Match` carries the version that the client
    /// has seen. Needs the permission WRITE and a key of the partner or of an operator.
    ///
    /// Errors: 400 `invalid_request`, 403 `permission_missing`, 404 `partner_not_found`, 409
    /// `settings_changed`, 428 `precondition_required`.
    ///
    /// @param partner the partner's id or key
    @DeleteMapping("/api/v1/partners/{partner}/settings/branding/logo")
    ResponseEntity<ObjectNode> removePartnerLogo(
            @PathVariable String partner,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.WRITE);
        UUID id = partners.visibleTo(caller, partner);
        var command =
                ChangePartnerSection.of(
                        id,
                        SeenVersion.of(seen),
                        PartnerSectionType.BRANDING,
                        JsonNodeFactory.instance.objectNode().putNull("logo"));
        return SavedPartnerSection.of(
                commands.send(command, caller, RequestId.of(http)), PartnerSectionType.BRANDING);
    }
}
