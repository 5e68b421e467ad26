package io.tallystick.query.settings;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.settings.CustomerSections;
import io.tallystick.edge.wall.ShownSettings;
import io.tallystick.edge.wall.VisibleCustomers;
import io.tallystick.events.settings.Section;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// `GET …/capabilities` of a customer: what the host product asks before it does something.
@RestController
class CapabilitiesEndpoint {

    private final VisibleCustomers customers;
    private final ShownSettings settings;

    CapabilitiesEndpoint(VisibleCustomers customers, ShownSettings settings) {
        this.customers = customers;
        this.settings = settings;
    }

    /// What a customer may.
    ///
    /// @param version of the settings that it follows from
    /// @param capabilities all that there are; whatever is not here is denied
    /// @param caseVisibility the fields of a case that clients see, none while the portal is off
    record Capabilities(long version, List<Item> capabilities, List<String> caseVisibility) {}

    /// One thing that a customer may or may not.
    ///
    /// @param name what the host asks for
    /// @param allowed whether it may
    /// @param setting the switch that it hangs on, as `section.field`
    /// @param reason why not: `switched_off`, `partner_add_on_missing`, `portal_off`,
    ///   `customer_inactive` or `customer_archived`; null where it may
    record Item(String name, boolean allowed, String setting, @Nullable String reason) {}

    /// Read what a customer may, as the last command left it. It is for the host product, which
    /// denies what is not allowed here. Needs the permission READ.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found`.
    ///
    /// @param customer the customer's id or key
    @GetMapping("/api/v1/customers/{customer}/capabilities")
    Capabilities readCapabilities(@PathVariable String customer, Caller caller) {
        caller.require(Permission.READ);
        var id = customers.visibleTo(caller, customer).customerId();
        CustomerSections all =
                settings.of(caller.sight(), id).orElseThrow(() -> ApiProblem.notFound("customer"));
        boolean teamIsOpen = settings.isTeamOpen(caller.sight(), id);
        return new Capabilities(
                all.version(),
                Arrays.stream(Capability.values()).map(it -> item(it, all, teamIsOpen)).toList(),
                Capability.PORTAL.reason(all, teamIsOpen) == null
                        ? all.of(Section.Portal.class).caseVisibility()
                        : List.of());
    }

    private static Item item(Capability capability, CustomerSections all, boolean teamIsOpen) {
        String reason = capability.reason(all, teamIsOpen);
        return new Item(capability.key(), reason == null, capability.setting(), reason);
    }
}
