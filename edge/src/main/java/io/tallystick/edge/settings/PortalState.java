package io.tallystick.edge.settings;

import io.tallystick.events.settings.Section;
import java.util.List;
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

    /// What clients may see, which is nothing that is not switched on.
    ///
    /// @param chat whether they may write
    /// @param documents whether they may send files
    /// @param caseFields what they see of their cases
    public record ClientView(boolean chat, boolean documents, List<String> caseFields) {

        public static final ClientView NOTHING = new ClientView(false, false, List.of());

        public boolean isEmpty() {
            return equals(NOTHING);
        }
    }

    public static ClientView clientView(CustomerSections all) {
        if (closedBecause(all) != null) {
            return ClientView.NOTHING;
        }
        Section.Portal portal = all.of(Section.Portal.class);
        return new ClientView(
                portal.chatEnabled(), portal.documentUpload(), portal.caseVisibility());
    }
}
