package io.tallystick.command.settings;

import io.tallystick.command.Commands;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.picture.PictureStudio;
import io.tallystick.edge.picture.PictureUpload;
import io.tallystick.edge.settings.SectionType;
import io.tallystick.edge.wall.VisibleCustomers;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// `PUT …/settings/branding/logo` of a customer.
@RestController
class ChangeLogoEndpoint {

    private final Commands commands;
    private final VisibleCustomers customers;
    private final PictureStudio studio;

    ChangeLogoEndpoint(Commands commands, VisibleCustomers customers, PictureStudio studio) {
        this.commands = commands;
        this.customers = customers;
        this.studio = studio;
    }

    /// Give a customer a logo. The body is a PNG, JPEG or GIF file of at most 2 MB and 4,096 points
    /// a side, whatever its media type says. It is drawn anew, at most 512 by 128 points large, and
    /// nothing else of the file is kept. The answer is the branding; the logo that is there already
    /// writes no fact. The header `If-Match` carries the version that the client has seen. Needs
    /// the permission WRITE.
    ///
    /// What is no picture is refused with one of these in `errors`: `picture_missing`,
    /// `picture_unknown`, `picture_unreadable`, `picture_too_large`.
    ///
    /// Errors: 400 `invalid_request`, 403 `permission_missing`, 404 `customer_not_found`, 409
    /// `settings_changed`, 413 `body_too_large`, 428 `precondition_required`, 503 `busy`.
    ///
    /// @param customer the customer's id or key
    @PutMapping("/api/v1/customers/{customer}/settings/branding/logo")
    ResponseEntity<ObjectNode> changeLogo(
            @PathVariable String customer,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            Caller caller,
            HttpServletRequest http)
            throws IOException {
        caller.require(Permission.WRITE);
        UUID id = customers.visibleTo(caller, customer).customerId();
        long version = SeenVersion.of(seen);
        var logo = studio.logo(PictureUpload.read(http));
        var command = ChangeLogo.of(caller.tenantId(), id, version, logo);
        return SavedSection.of(
                commands.send(command, caller, RequestId.of(http)), SectionType.BRANDING);
    }
}
