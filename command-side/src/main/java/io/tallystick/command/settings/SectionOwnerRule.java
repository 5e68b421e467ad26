package io.tallystick.command.settings;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.settings.SectionType;
import io.tallystick.edge.settings.SectionType.Owner;
import org.springframework.http.HttpStatus;

/// What a customer was given it does not give itself.
public final class SectionOwnerRule {

    private SectionOwnerRule() {}

    public static boolean allows(SectionType type, Caller caller) {
        return type.owner() == Owner.CUSTOMER || caller.customerScope() == null;
    }

    /// @throws ApiProblem 403 for a customer's caller
    public static void require(SectionType type, Caller caller) {
        if (!allows(type, caller)) {
            throw new ApiProblem(
                    HttpStatus.FORBIDDEN,
                    "partner_only",
                    "A customer cannot change its own " + type.key() + ".");
        }
    }
}
