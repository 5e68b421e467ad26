package io.tallystick.events.access;

import java.util.UUID;

/// Tenants that are no partner.
public final class Tenants {

    /// What belongs to the installation and to no partner. No partner has this id, so nobody who
    /// acts for one sees it.
    public static final UUID INSTALLATION = new UUID(0, 0);

    private Tenants() {}
}
