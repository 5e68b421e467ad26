package io.tallystick.portal.usage;

import java.util.UUID;
import java.util.function.UnaryOperator;

/// A partner's place in the portal, for pages that show none of its customers.
///
/// @param name what people call the partner
/// @param sidebar what the template `layout` takes
/// @param addresses what is at the partner
public record PartnerPlace(
        UUID tenantId, String name, Object sidebar, UnaryOperator<String> addresses) {

    /// @param path from the slash on
    public String at(String path) {
        return addresses.apply(path);
    }
}
