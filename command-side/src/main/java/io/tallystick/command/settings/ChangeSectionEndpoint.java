package io.tallystick.command.settings;

import io.tallystick.command.Commands;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.settings.SectionType;
import io.tallystick.edge.settings.StorageUse;
import io.tallystick.edge.wall.VisibleCustomers;
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

/// `PATCH …/settings/{section}` of a customer.
@RestController
class ChangeSectionEndpoint {

    private final Commands commands;
    private final VisibleCustomers customers;
    private final StorageUse storage;

    ChangeSectionEndpoint(Commands commands, VisibleCustomers customers, StorageUse storage) {
        this.commands = commands;
        this.customers = customers;
        this.storage = storage;
    }

    /// Change a section of what is set for a customer. What is left out stays, and saving what is
    /// there already writes no fact. It holds for the next request on every node, and for usage
    /// within a second. The header `If-Match` carries the version that the client has seen, which
    /// all sections share. All faults of the body are named at once. Needs the permission WRITE,
    /// and for all sections but `portal`, `branding` and `qualifiedCalls` a key of the partner or
    /// of an operator.
    ///
    /// Errors: 403 `permission_missing` and `partner_only`, 404 `customer_not_found` and
    /// `section_not_found`, 409 `settings_changed`, `portal_not_eligible` with a reason in `errors`
    /// for each that there is, `api_access_required`, `ai_credits_enabled`,
    /// `knowledge_base_required`, `storage_exhausted`, `storage_in_use`, `add_on_not_available`
    /// with an error for each that the partner does not have, `demo_only_at_creation` and
    /// `demo_required`, 428 `precondition_required`.
    ///
    /// @param customer the customer's id or key
    /// @param section what is changed, as the settings name it
    @PatchMapping("/api/v1/customers/{customer}/settings/{section}")
    ResponseEntity<ObjectNode> changeSettings(
            @PathVariable String customer,
            @PathVariable String section,
            @RequestBody JsonNode change,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.WRITE);
        SectionType type =
                SectionType.named(section).orElseThrow(() -> ApiProblem.notFound("section"));
        SectionOwnerRule.require(type, caller);
        UUID id = customers.visibleTo(caller, customer).customerId();
        var command =
                ChangeSection.of(
                        caller.tenantId(), id, SeenVersion.of(seen), type, change, storage);
        return SavedSection.of(commands.send(command, caller, RequestId.of(http)), type);
    }
}
