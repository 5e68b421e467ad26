package io.tallystick.query.usage;

import io.tallystick.edge.problem.ApiProblem;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One value of an answer, in base units.
///
/// @param window index of its window
/// @param customerId null where the value is of all customers
/// @param groupValues in the order of the selection's groups
record Cell(
        int window,
        @Nullable UUID customerId,
        List<@Nullable String> groupValues,
        BigDecimal baseUnits) {

    static final int CELLS_MAX = 100_000;

    /// @throws ApiProblem 400 when an answer would be larger than anybody can use
    static void requireFew(long cells) {
        if (cells > CELLS_MAX) {
            throw ApiProblem.invalid(
                    "groupBy",
                    "too_many_values",
                    "The answer has more than "
                            + CELLS_MAX
                            + " values; ask for larger windows, a shorter range or fewer groups.");
        }
    }
}
