package io.tallystick.portal.access;

import io.tallystick.edge.lookup.KeyOwner;
import io.tallystick.portal.settings.SettingsTabs;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Whose keys a page shows.
///
/// @param name what people call the owner
/// @param sidebar what the template `layout` takes
/// @param section what is marked in the sidebar, null for nothing
/// @param home where the owner's own page is
/// @param addresses what is below the page of keys
/// @param tabs of the settings that the page is one of, empty where it is none
record KeyPlace(
        KeyOwner owner,
        String name,
        Object sidebar,
        @Nullable String section,
        String home,
        UnaryOperator<String> addresses,
        List<SettingsTabs.Link> tabs) {

    /// @param below what follows the address of the page, from the slash on
    public String at(String below) {
        return addresses.apply(below);
    }

    public String scope() {
        return owner.scope();
    }
}
