package io.tallystick.query.position;

import io.tallystick.edge.caller.Sight;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// From here on PostgreSQL shows this transaction no more than it may see, and lets it write
/// nothing. All of it ends with the transaction: whoever gets the connection next starts without.
final class Wall {

    private static final String NOBODY = "";

    private Wall() {}

    static void raise(DSLContext sql, Sight sight) {
        String customer = sight.customerId() == null ? NOBODY : sight.customerId().toString();
        raise(sql, sight.tenantId().toString(), customer, "off");
    }

    /// For what the operator of the installation sees of all tenants, and nothing else.
    static void raiseForInstallation(DSLContext sql) {
        raise(sql, NOBODY, NOBODY, "on");
    }

    /// One statement, so one round trip.
    private static void raise(DSLContext sql, String tenant, String customer, String installation) {
        sql.select(
                        local("role", "tallystick_reader"),
                        local("tallystick.tenant", tenant),
                        local("tallystick.customer", customer),
                        local("tallystick.installation", installation))
                .execute();
    }

    private static Field<String> local(String setting, String value) {
        return DSL.function(
                "set_config", String.class, DSL.inline(setting), DSL.val(value), DSL.inline(true));
    }
}
