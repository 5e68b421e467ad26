package io.tallystick.query.settings;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.settings.CustomerSections;
import io.tallystick.edge.settings.SectionJson;
import io.tallystick.edge.settings.SectionType;
import io.tallystick.edge.wall.ShownSettings;
import io.tallystick.edge.wall.VisibleCustomers;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `GET …/settings` of a customer. They are read where commands keep them: who changes them next
/// needs their version, and a projection could be behind it.
@RestController
class SettingsEndpoint {

    private final VisibleCustomers customers;
    private final ShownSettings settings;

    SettingsEndpoint(VisibleCustomers customers, ShownSettings settings) {
        this.customers = customers;
        this.settings = settings;
    }

    /// Read what is set for a customer, all sections, as the last command left it. Needs the
    /// permission READ.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found`.
    ///
    /// @param customer the customer's id or key
    @GetMapping("/api/v1/customers/{customer}/settings")
    ObjectNode readSettings(@PathVariable String customer, Caller caller) {
        caller.require(Permission.READ);
        var id = customers.visibleTo(caller, customer).customerId();
        CustomerSections all =
                settings.of(caller.sight(), id).orElseThrow(() -> ApiProblem.notFound("customer"));
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("version", all.version());
        for (SectionType type : SectionType.values()) {
            shown.set(type.key(), SectionJson.shown(all.of(type)));
        }
        return shown;
    }
}
