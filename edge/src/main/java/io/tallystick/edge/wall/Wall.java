package io.tallystick.edge.wall;

import io.tallystick.edge.caller.Sight;

/// From here on PostgreSQL shows a transaction no more than it may see, and lets it write nothing.
/// All of it ends with the transaction: whoever gets the connection next starts without.
public final class Wall {

    /// One statement, so one round trip; it takes what one of the methods gives.
    public static final String RAISE =
            """
            select set_config('role', 'tallystick_reader', true),
              set_config('tallystick.tenant', ?, true),
              set_config('tallystick.customer', ?, true),
              set_config('tallystick.installation', ?, true)
            """;

    private static final String NOBODY = "";

    private Wall() {}

    public static Object[] around(Sight sight) {
        String customer = sight.customerId() == null ? NOBODY : sight.customerId().toString();
        return new Object[] {sight.tenantId().toString(), customer, "off"};
    }

    /// For what the operator of the installation sees of all tenants, and nothing else.
    public static Object[] aroundInstallation() {
        return new Object[] {NOBODY, NOBODY, "on"};
    }
}
