package io.tallystick.edge.settings;

import io.tallystick.events.settings.Section;
import org.jspecify.annotations.Nullable;

/// Whether a customer's portal lets anybody in: clients with an invitation, and sessions of embed
/// URLs. It is asked with every request, so a switch holds at once.
public final class PortalState {

    private PortalState() {}

    /// @return a code, null where the portal is open
    public static @Nullable String closedBecause(CustomerSections all) {
        String status = all.of(Section.Account.class).status();
        if (!status.equals("active")) {
            return "customer_" + status;
        }
        return all.of(Section.Portal.class).enabled() ? null : "portal_off";
    }

    /// Whether a client that is new is invited by itself.
    public static boolean invites(CustomerSections all) {
        return closedBecause(all) == null && SettingsDependencies.AUTO_INVITE.isInForce(all);
    }
}
