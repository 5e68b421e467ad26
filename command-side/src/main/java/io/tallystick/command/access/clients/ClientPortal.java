package io.tallystick.command.access.clients;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.settings.CustomerSections;
import io.tallystick.edge.settings.PortalState;
import org.springframework.http.HttpStatus;

/// Whether there is anything to come to.
final class ClientPortal {

    private ClientPortal() {}

    /// @param status of the refusal: a conflict for who wants to invite, forbidden for who comes
    static void requireOpen(CustomerSections settings, HttpStatus status) {
        String reason = PortalState.closedBecause(settings);
        if (reason != null) {
            throw new ApiProblem(status, reason, "The portal is closed.");
        }
    }
}
