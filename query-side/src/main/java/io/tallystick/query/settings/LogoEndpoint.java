package io.tallystick.query.settings;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.wall.ShownLogos;
import io.tallystick.edge.wall.VisibleCustomers;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// `GET …/settings/branding/logo/{hash}.png` of a customer.
@RestController
class LogoEndpoint {

    private final VisibleCustomers customers;
    private final ShownLogos logos;

    LogoEndpoint(VisibleCustomers customers, ShownLogos logos) {
        this.customers = customers;
        this.logos = logos;
    }

    /// Read the logo of a customer, or of its partner, as a PNG. Another logo has another address,
    /// so this one may be kept for good. Needs the permission READ.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found` and `logo_not_found`, which one
    /// that was replaced is too.
    ///
    /// @param customer the customer's id or key
    /// @param hash what the branding says as `logo`
    @GetMapping("/api/v1/customers/{customer}/settings/branding/logo/{hash}.png")
    ResponseEntity<byte[]> readLogo(
            @PathVariable String customer, @PathVariable String hash, Caller caller) {
        caller.require(Permission.READ);
        var id = customers.visibleTo(caller, customer).customerId();
        return logos.answer(new Sight(caller.tenantId(), id), hash);
    }
}
