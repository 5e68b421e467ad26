package io.tallystick.command.settings;

import io.tallystick.edge.limit.ApiLimits;
import io.tallystick.edge.limit.ApiTier;
import io.tallystick.edge.problem.ApiProblem;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which limits there may be: only ENTERPRISE has a number of its own, and always has one.
final class ApiLimitsRule {

    private static final int REQUESTS_PER_MINUTE_MAX = 1_000_000;

    private ApiLimitsRule() {}

    static @Nullable ApiTier tier(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(ApiTier.values())
                .filter(tier -> tier.lower().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        ApiProblem.invalid(
                                "/tier",
                                "unknown_value",
                                "A tier is one of "
                                        + Arrays.stream(ApiTier.values())
                                                .map(ApiTier::lower)
                                                .collect(Collectors.joining(", "))
                                        + "."));
    }

    static ApiLimits changed(ApiLimits before, ChangeApiLimits command) {
        ApiTier tier = command.tier() == null ? before.tier() : command.tier();
        Integer wanted = command.requestsPerMinute();
        if (tier != ApiTier.ENTERPRISE) {
            require(wanted == null, "not_allowed", "Only enterprise has a number of its own.");
            return new ApiLimits(before.version() + 1, tier, null);
        }
        Integer agreed = wanted == null ? before.agreedPerMinute() : wanted;
        require(agreed != null, "required", "Enterprise needs requestsPerMinute.");
        require(
                agreed != null && agreed >= 1 && agreed <= REQUESTS_PER_MINUTE_MAX,
                "out_of_range",
                "requestsPerMinute is between 1 and " + REQUESTS_PER_MINUTE_MAX + ".");
        return new ApiLimits(before.version() + 1, tier, agreed);
    }

    private static void require(boolean holds, String code, String detail) {
        if (!holds) {
            throw ApiProblem.invalid("/requestsPerMinute", code, detail);
        }
    }
}
