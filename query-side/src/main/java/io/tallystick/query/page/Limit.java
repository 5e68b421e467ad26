package io.tallystick.query.page;

import io.tallystick.edge.problem.ApiProblem;
import org.jspecify.annotations.Nullable;

/// Items on a page.
public final class Limit {

    private static final int DEFAULT = 50;
    private static final int MAX = 200;

    private Limit() {}

    /// @throws ApiProblem 400 when it is not between 1 and 200
    public static int of(@Nullable Integer limit) {
        if (limit == null) {
            return DEFAULT;
        }
        if (limit < 1 || limit > MAX) {
            throw ApiProblem.invalid(
                    "limit", "out_of_range", "limit must be between 1 and " + MAX + ".");
        }
        return limit;
    }
}
