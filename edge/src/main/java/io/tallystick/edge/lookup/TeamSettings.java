package io.tallystick.edge.lookup;

import org.jspecify.annotations.Nullable;

/// Whether a team may sign in, and how many it may be.
///
/// @param max members and open invitations together, null for no limit
public record TeamSettings(boolean enabled, @Nullable Integer max) {

    /// Of who never changed them, and of partners.
    public static final TeamSettings UNCHANGED = new TeamSettings(true, null);

    /// @param people members and open invitations that are there
    public boolean hasRoomFor(int people) {
        return max == null || people < max;
    }
}
