package io.tallystick.portal.settings;

import io.tallystick.edge.caller.Caller;

/// Who is paid, and has a tab for it.
public interface Payees {

    boolean arePaid(Caller caller);
}
