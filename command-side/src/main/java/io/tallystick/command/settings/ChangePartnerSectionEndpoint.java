package io.tallystick.command.settings;

import io.tallystick.command.Commands;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.Partners;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.settings.PartnerSectionType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `PATCH …/settings/{section}` of a partner. Its storage has an endpoint of its own.
@RestController
class ChangePartnerSectionEndpoint {

    private final Commands commands;
    private final Partners partners;

    ChangePartnerSectionEndpoint(Commands commands, Partners partners) {
        this.commands = commands;
        this.partners = partners;
    }

    /// Change a section of what is set for a partner: `branding`, `sender` or `addOns`. What is
    /// left out stays, and saving what is there already writes no fact. It holds for the next
    /// request on every node. The header `If-Match` carries the version that the client has seen,
    /// which the sections share with the storage. All faults of the body are named at once. Needs
    /// the permission WRITE and a key of the partner or of an operator, for `addOns` of an
    /// operator.
    ///
    /// Errors: 403 `permission_missing` and `operator_only`, 404 `partner_not_found` and
    /// `section_not_found`, 409 `settings_changed`, 428 `precondition_required`.
    ///
    /// @param partner the partner's id or key
    /// @param section what is changed, as the settings name it
    @PatchMapping("/api/v1/partners/{partner}/settings/{section}")
    ResponseEntity<ObjectNode> changePartnerSettings(
            @PathVariable String partner,
            @PathVariable String section,
            @RequestBody JsonNode change,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            Caller caller,
            HttpServletRequest http) {
        PartnerSectionType type =
                PartnerSectionType.named(section).orElseThrow(() -> ApiProblem.notFound("section"));
        PartnerSectionOwnerRule.require(type, caller);
        caller.require(Permission.WRITE);
        UUID id = partners.visibleTo(caller, partner);
        var command = ChangePartnerSection.of(id, SeenVersion.of(seen), type, change);
        return SavedPartnerSection.of(commands.send(command, caller, RequestId.of(http)), type);
    }
}
