package io.tallystick.command.settings;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.settings.PartnerSectionType;
import io.tallystick.edge.settings.PartnerSectionType.Owner;

/// What a partner was given it does not give itself.
public final class PartnerSectionOwnerRule {

    private PartnerSectionOwnerRule() {}

    /// @throws ApiProblem 403 for whoever is no operator
    public static void require(PartnerSectionType type, Caller caller) {
        if (type.owner() == Owner.OPERATOR) {
            caller.requireOperator();
        }
    }
}
