package io.tallystick.app.matrix;

import io.tallystick.app.matrix.Who.Scope;
import io.tallystick.edge.caller.Permission;
import org.jspecify.annotations.Nullable;

/// What a route needs. Everything else follows: whose things a caller may see is the same for all.
enum Rule {
    /// Not even a credential.
    OPEN(null, Reach.ALL),

    /// A credential and no more.
    ANYBODY(null, Reach.ALL),

    READ(Permission.READ, Reach.ALL),
    WRITE(Permission.WRITE, Reach.ALL),
    ADMIN(Permission.ADMIN, Reach.ALL),

    /// What a customer may not do for itself, as it is told.
    WRITE_ABOVE_CUSTOMERS(Permission.WRITE, Reach.ABOVE_CUSTOMERS),
    ADMIN_ABOVE_CUSTOMERS(Permission.ADMIN, Reach.ABOVE_CUSTOMERS),

    /// What is a partner's own; a customer's callers see no partner.
    READ_PARTNER(Permission.READ, Reach.PARTNERS),
    WRITE_PARTNER(Permission.WRITE, Reach.PARTNERS),
    ADMIN_PARTNER(Permission.ADMIN, Reach.PARTNERS),

    READ_OPERATOR(Permission.READ, Reach.OPERATORS),
    WRITE_OPERATOR(Permission.WRITE, Reach.OPERATORS),
    ADMIN_OPERATOR(Permission.ADMIN, Reach.OPERATORS),

    /// A person's own account, which an operator does not have.
    MEMBER(null, Reach.MEMBERS),

    /// Likewise, by a way that only keys come.
    PERSON(null, Reach.PEOPLE);

    enum Reach {
        ALL,
        ABOVE_CUSTOMERS,
        PARTNERS,
        OPERATORS,
        MEMBERS,
        PEOPLE
    }

    private final @Nullable Permission permission;
    private final Reach reach;

    Rule(@Nullable Permission permission, Reach reach) {
        this.permission = permission;
        this.reach = reach;
    }

    @Nullable Permission permission() {
        return permission;
    }

    Reach reach() {
        return reach;
    }

    /// In the order in which a server tells them.
    ///
    /// @param visible whether the caller may see all that the request names
    Verdict judge(Who who, boolean visible) {
        if (reach == Reach.PEOPLE) {
            return Verdict.NO_PERSON;
        }
        if (reach == Reach.OPERATORS && !who.isOperator()) {
            return Verdict.NO_OPERATOR;
        }
        if (permission != null && !who.may(permission)) {
            return Verdict.MISSING;
        }
        if (reach == Reach.ABOVE_CUSTOMERS && who.scope() == Scope.CUSTOMER) {
            return Verdict.NO_PARTNER;
        }
        return visible && isWithinReach(who) ? Verdict.ALLOWED : Verdict.HIDDEN;
    }

    private boolean isWithinReach(Who who) {
        return switch (reach) {
            case PARTNERS -> who.scope() != Scope.CUSTOMER;
            case MEMBERS -> !who.isOperator();
            case ALL, ABOVE_CUSTOMERS, OPERATORS, PEOPLE -> true;
        };
    }
}
