package io.tallystick.edge.caller;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a member is among its people, from the highest to the lowest, and what that permits. A
/// publisher has a profile and no more.
public enum MemberRole {
    OWNER(Permission.ADMIN),
    ADMIN(Permission.ADMIN),
    MANAGER(Permission.READ, Permission.WRITE),
    VIEWER(Permission.READ),
    PUBLISHER();

    private final Set<Permission> permissions;

    MemberRole(Permission... permissions) {
        this.permissions = Set.of(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    public boolean isAbove(MemberRole other) {
        return ordinal() < other.ordinal();
    }

    /// As clients and facts write it.
    public String lower() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @return empty for what is no role, in whatever other case it is written
    public static Optional<MemberRole> named(String name) {
        return Arrays.stream(values()).filter(role -> role.lower().equals(name)).findFirst();
    }
}
