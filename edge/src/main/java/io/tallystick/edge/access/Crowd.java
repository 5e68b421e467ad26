package io.tallystick.edge.access;

import io.tallystick.edge.access.Access.Alike;
import io.tallystick.events.access.Tenants;
import io.tallystick.events.audit.AccessLine.Actor;
import io.tallystick.events.audit.AccessLine.Target;

/// Requests that compete for lines with each other and with no others: whoever makes many of one
/// crowd hides nothing of another. What a crowd has no line for any more is counted in one that
/// names nobody, for each outcome.
enum Crowd {
    /// Of those who are known, and were shown something.
    READS(1_000),

    /// Of those who are known, and were refused something.
    REFUSALS(100),

    /// Of those who are not known. They may come from a million addresses.
    STRANGERS(20),

    /// Failed ones.
    SIGN_INS(30);

    private static final Target ANYTHING = new Target("route", "any", "Anything");

    private final int linesMax;

    Crowd(int linesMax) {
        this.linesMax = linesMax;
    }

    int linesMax() {
        return linesMax;
    }

    static Crowd of(Alike alike) {
        return switch (alike.outcome()) {
            case SIGN_IN_FAILED, SIGN_IN_LIMITED, SIGN_IN_DENIED -> SIGN_INS;
            case READ -> READS;
            case UNAUTHENTICATED, DENIED, NOT_FOUND, LIMITED ->
                    alike.actor().type().equals(Actor.STRANGER) ? STRANGERS : REFUSALS;
        };
    }

    /// The line of those that came too late for one of their own. It is the installation's.
    Alike rest(Alike late) {
        var others =
                new Actor(
                        Actor.OTHERS,
                        Actor.OTHERS,
                        this == STRANGERS || this == SIGN_INS ? "Many addresses" : "Many callers",
                        Tenants.INSTALLATION,
                        null,
                        null);
        return new Alike(late.outcome(), others, ANYTHING);
    }
}
