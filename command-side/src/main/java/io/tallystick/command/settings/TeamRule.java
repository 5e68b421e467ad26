package io.tallystick.command.settings;

import io.tallystick.command.settings.ChangeTeam.Max;
import io.tallystick.edge.lookup.TeamSettings;
import io.tallystick.edge.problem.ApiProblem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// How many people a customer may have.
final class TeamRule {

    private static final int PEOPLE_MAX = 10_000;

    private TeamRule() {}

    /// A field that is left out is null here, and a null that was sent is a node.
    static @Nullable Max max(@Nullable JsonNode given) {
        if (given == null) {
            return null;
        }
        if (given.isNull()) {
            return new Max(null);
        }
        if (!given.isInt()) {
            throw ApiProblem.invalid(
                    "/max", "wrong_type", "A maximum is a whole number, or null for no limit.");
        }
        int people = given.intValue();
        if (people < 0 || people > PEOPLE_MAX) {
            throw ApiProblem.invalid(
                    "/max", "out_of_range", "max is between 0 and " + PEOPLE_MAX + ".");
        }
        return new Max(people);
    }

    static TeamSettings changed(TeamSettings before, ChangeTeam command) {
        Boolean enabled = command.enabled();
        Max max = command.max();
        return new TeamSettings(
                enabled == null ? before.enabled() : enabled,
                max == null ? before.max() : max.people());
    }
}
