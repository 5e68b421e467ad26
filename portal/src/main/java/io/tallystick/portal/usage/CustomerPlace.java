package io.tallystick.portal.usage;

import io.tallystick.edge.caller.Sight;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A customer's place in the portal, for pages that show something else than its usage.
///
/// @param sight what may be seen there
/// @param name what people call the customer
/// @param sidebar what the template `layout` takes
public record CustomerPlace(
        Sight sight, UUID customerId, String name, Object sidebar, Addresses addresses) {

    public UUID tenantId() {
        return sight.tenantId();
    }

    /// What is at a customer.
    public interface Addresses {

        /// @param below what follows the customer's own address, from the slash on
        default String of(String below) {
            return of(below, null, null);
        }

        /// With a parameter, where one is named.
        String of(String below, @Nullable String parameter, @Nullable String value);
    }

    /// The address of the customer's usage.
    public String usage() {
        return addresses.of("");
    }

    /// An address below the customer's.
    public String at(String below) {
        return addresses.of(below);
    }

    /// An address below the customer's, with a parameter.
    public String at(String below, String parameter, String value) {
        return addresses.of(below, parameter, value);
    }
}
