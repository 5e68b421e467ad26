package io.tallystick.query.phone;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import org.jspecify.annotations.Nullable;

/// Whether somebody sees whole telephone numbers. People who may only look see that there is one;
/// programs get what they were given a key for.
///
/// @param masked whether numbers are shown as `+1415*****11`
public record NumberSight(boolean masked) {

    public static NumberSight of(Caller caller) {
        return new NumberSight(caller.isMember() && !caller.may(Permission.WRITE));
    }

    public String shown(String number) {
        return masked ? PhoneMask.of(number) : number;
    }

    public @Nullable String shownOrNull(@Nullable String number) {
        return number == null ? null : shown(number);
    }
}
