package io.tallystick.query.audit;

import static io.tallystick.readmodel.Tables.SYSTEM_LOG;

import io.tallystick.edge.caller.Caller;
import io.tallystick.events.access.Tenants;
import java.util.UUID;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// What of an entry somebody may see who may see the entry. Telephone numbers are shown to those
/// whose entry it is, and masked for whoever looks in from above. Who is above is not named to
/// those below: a customer learns that its partner did it, and not who at the partner.
///
/// @param operator whether it runs the installation
/// @param customerId the only customer that it acts for
public record LogEyes(boolean operator, @Nullable UUID customerId) {

    public static LogEyes of(Caller caller) {
        return new LogEyes(caller.isOperator(), caller.customerScope());
    }

    String text(Record row, String text) {
        return isOwn(row) ? text : PhoneNumbers.masked(text);
    }

    boolean isOwn(Record row) {
        UUID owner = row.get(SYSTEM_LOG.CUSTOMER_ID);
        if (customerId != null) {
            return customerId.equals(owner);
        }
        return operator
                ? row.get(SYSTEM_LOG.TENANT_ID).equals(Tenants.INSTALLATION)
                : owner == null;
    }

    /// Whether the actor is named.
    boolean knowsActor(Record row) {
        String type = row.get(SYSTEM_LOG.ACTOR_TYPE);
        if (operator || type.equals("system")) {
            return true;
        }
        return customerId == null
                ? !type.equals("operator")
                : customerId.equals(row.get(SYSTEM_LOG.ACTOR_CUSTOMER_ID));
    }
}
