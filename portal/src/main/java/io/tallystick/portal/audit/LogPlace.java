package io.tallystick.portal.audit;

import io.tallystick.edge.caller.Sight;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Whose log a page shows.
///
/// @param section of the sidebar, null for none
/// @param home where the page of the owner is
/// @param installation whether it is the installation's own
/// @param addresses what is below the log
record LogPlace(
        Sight sight,
        String name,
        Object sidebar,
        @Nullable String section,
        String home,
        boolean installation,
        UnaryOperator<String> addresses) {

    public String at(String below) {
        return addresses.apply(below);
    }

    /// The whole log.
    public String list() {
        return LogForm.empty(installation).at(at(""));
    }

    /// Its entries of one actor, or about one target.
    public String only(String name, String value) {
        return LogForm.empty(installation).at(at(""), name, value);
    }
}
