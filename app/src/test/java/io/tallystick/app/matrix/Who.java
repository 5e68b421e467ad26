package io.tallystick.app.matrix;

import io.tallystick.edge.caller.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// A kind of caller.
///
/// @param name the permission of a key, the role of a person
/// @param has what it was given, in so many words; that `ADMIN` implies the rest is said below
record Who(String name, Scope scope, Set<Permission> has) {

    enum Scope {
        OPERATOR,
        PARTNER,
        CUSTOMER;

        String lower() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Map<String, Set<Permission>> ROLES =
            Map.of(
                    "owner", Set.of(Permission.ADMIN),
                    "admin", Set.of(Permission.ADMIN),
                    "manager", Set.of(Permission.READ, Permission.WRITE),
                    "viewer", Set.of(Permission.READ),
                    "publisher", Set.of());

    static final List<String> ROLE_NAMES =
            List.of("owner", "admin", "manager", "viewer", "publisher");

    /// Keys that may do one thing each.
    static List<Who> keys() {
        List<Who> keys = new ArrayList<>();
        for (Scope scope : Scope.values()) {
            for (Permission permission : Permission.values()) {
                keys.add(new Who(permission.lower(), scope, Set.of(permission)));
            }
        }
        return keys;
    }

    static Who operator() {
        return new Who("operator", Scope.OPERATOR, Set.of(Permission.ADMIN));
    }

    static Who member(Scope scope, String role) {
        return new Who(role, scope, ROLES.getOrDefault(role, Set.of()));
    }

    static List<Who> members() {
        List<Who> members = new ArrayList<>();
        for (Scope scope : List.of(Scope.PARTNER, Scope.CUSTOMER)) {
            ROLE_NAMES.forEach(role -> members.add(member(scope, role)));
        }
        return members;
    }

    boolean may(Permission permission) {
        return has.contains(permission) || has.contains(Permission.ADMIN);
    }

    boolean isOperator() {
        return scope == Scope.OPERATOR;
    }

    @Override
    public String toString() {
        return scope.lower() + "'s " + name;
    }
}
