package io.tallystick.projections.access;

import static io.tallystick.readmodel.Tables.CUSTOMER;
import static io.tallystick.readmodel.Tables.PARTNER;

import io.tallystick.events.access.AccessEvent;
import io.tallystick.events.access.AccessEvent.ApiKeyIssued;
import io.tallystick.events.access.AccessEvent.CustomerCreated;
import io.tallystick.events.access.AccessEvent.CustomerDetails;
import io.tallystick.events.access.AccessEvent.CustomerDetailsChanged;
import io.tallystick.events.access.AccessEvent.LoginSucceeded;
import io.tallystick.events.access.AccessEvent.OperatorInstalled;
import io.tallystick.events.access.AccessEvent.PartnerCreated;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Partners and their customers.
@Component
@ProcessingGroup("directory")
final class DirectoryProjector {

    private final DSLContext sql;

    DirectoryProjector(DSLContext sql) {
        this.sql = sql;
    }

    /// Takes every entry, so that the token moves with every entry: without a handler it is stored
    /// only now and then, and whoever waits for a position waits for it. Axon would prefer a
    /// handler of Object to one of an interface, so there is one for both.
    @EventHandler
    void on(Object event, @Timestamp Instant at) {
        if (event instanceof AccessEvent access) {
            project(access, at);
        }
    }

    private void project(AccessEvent event, Instant at) {
        switch (event) {
            case PartnerCreated(var partnerId, var key, var name) ->
                    insertPartner(partnerId, key, name, at);
            case CustomerCreated(var customerId, var partnerId, var key, var details) ->
                    insertCustomer(partnerId, customerId, key, details, at);
            case CustomerDetailsChanged(var customerId, var partnerId, var details) ->
                    updateCustomer(partnerId, customerId, details);
            case OperatorInstalled _, ApiKeyIssued _, LoginSucceeded _ -> {}
        }
    }

    private void insertPartner(UUID tenantId, String key, String name, Instant at) {
        sql.insertInto(PARTNER)
                .set(PARTNER.TENANT_ID, tenantId)
                .set(PARTNER.KEY, key)
                .set(PARTNER.NAME, name)
                .set(PARTNER.CREATED_AT, at)
                .execute();
    }

    private void insertCustomer(
            UUID tenantId, UUID customerId, String key, CustomerDetails details, Instant at) {
        sql.insertInto(CUSTOMER)
                .set(CUSTOMER.TENANT_ID, tenantId)
                .set(CUSTOMER.CUSTOMER_ID, customerId)
                .set(CUSTOMER.KEY, key)
                .set(CUSTOMER.NAME, details.name())
                .set(CUSTOMER.TIME_ZONE, details.timeZone())
                .set(CUSTOMER.CURRENCY, details.currency())
                .set(CUSTOMER.COUNTRY, details.country())
                .set(CUSTOMER.EMAIL, details.email())
                .set(CUSTOMER.CREATED_AT, at)
                .execute();
    }

    private void updateCustomer(UUID tenantId, UUID customerId, CustomerDetails details) {
        int rows =
                sql.update(CUSTOMER)
                        .set(CUSTOMER.NAME, details.name())
                        .set(CUSTOMER.TIME_ZONE, details.timeZone())
                        .set(CUSTOMER.CURRENCY, details.currency())
                        .set(CUSTOMER.COUNTRY, details.country())
                        .set(CUSTOMER.EMAIL, details.email())
                        .where(CUSTOMER.TENANT_ID.eq(tenantId))
                        .and(CUSTOMER.CUSTOMER_ID.eq(customerId))
                        .execute();
        if (rows != 1) {
            throw new IllegalStateException(
                    "details changed of customer " + customerId + ", who was never created");
        }
    }

    @ResetHandler
    void reset() {
        sql.deleteFrom(CUSTOMER).execute();
        sql.deleteFrom(PARTNER).execute();
    }
}
