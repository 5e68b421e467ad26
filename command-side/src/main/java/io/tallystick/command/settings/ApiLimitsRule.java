package io.tallystick.command.settings;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.events.settings.Section.ApiLimits;
import tools.jackson.databind.JsonNode;

/// Which limits there may be: only ENTERPRISE has a number of its own, and always has one.
final class ApiLimitsRule {

    private static final String ENTERPRISE = "enterprise";
    private static final String NUMBER = "requestsPerMinute";

    private ApiLimitsRule() {}

    /// Whoever leaves the tier leaves its number behind.
    ///
    /// @param limits with what was sent
    static ApiLimits settle(ApiLimits limits, JsonNode sent) {
        if (limits.tier().equals(ENTERPRISE)) {
            require(
                    limits.requestsPerMinute() != null,
                    "required",
                    "Enterprise needs " + NUMBER + ".");
            return limits;
        }
        require(
                !sent.hasNonNull(NUMBER),
                "not_allowed",
                "Only enterprise has a number of its own.");
        return new ApiLimits(limits.tier(), null);
    }

    private static void require(boolean holds, String code, String detail) {
        if (!holds) {
            throw ApiProblem.invalid("/" + NUMBER, code, detail);
        }
    }
}
