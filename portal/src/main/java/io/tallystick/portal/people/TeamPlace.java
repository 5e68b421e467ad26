package io.tallystick.portal.people;

import io.tallystick.edge.lookup.Team;
import java.util.function.UnaryOperator;

/// Whose people a page shows.
///
/// @param home where the team's own page is
/// @param addresses what is below it
record TeamPlace(
        Team team, String name, Object sidebar, String home, UnaryOperator<String> addresses) {

    public String at(String below) {
        return addresses.apply(below);
    }
}
