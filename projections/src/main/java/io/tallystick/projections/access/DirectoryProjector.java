package io.tallystick.projections.access;

import static io.tallystick.readmodel.Tables.CUSTOMER_ALL;
import static io.tallystick.readmodel.Tables.PARTNER_ALL;

import io.tallystick.events.access.AccessEvent;
import io.tallystick.events.access.AccessEvent.ApiKeyIssued;
import io.tallystick.events.access.AccessEvent.ApiKeyRevoked;
import io.tallystick.events.access.AccessEvent.CustomerCreated;
import io.tallystick.events.access.AccessEvent.CustomerDetails;
import io.tallystick.events.access.AccessEvent.CustomerDetailsChanged;
import io.tallystick.events.access.AccessEvent.LoginSucceeded;
import io.tallystick.events.access.AccessEvent.OperatorInstalled;
import io.tallystick.events.access.AccessEvent.PartnerCreated;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.jooq.DSLContext;

/// Writes one generation of the directory.
final class DirectoryProjector {

    private final int generation;
    private final DSLContext sql;

    DirectoryProjector(int generation, DSLContext sql) {
        this.generation = generation;
        this.sql = sql;
    }

    @EventHandler
    void on(AccessEvent event, @Timestamp Instant at) {
        switch (event) {
            case PartnerCreated(var partnerId, var key, var name) ->
                    insertPartner(partnerId, key, name, at);
            case CustomerCreated(var customerId, var partnerId, var key, var details) ->
                    insertCustomer(partnerId, customerId, key, details, at);
            case CustomerDetailsChanged(var customerId, var partnerId, var details) ->
                    updateCustomer(partnerId, customerId, details);
            case OperatorInstalled _, ApiKeyIssued _, ApiKeyRevoked _, LoginSucceeded _ -> {}
        }
    }

    private void insertPartner(UUID tenantId, String key, String name, Instant at) {
        sql.insertInto(PARTNER_ALL)
                .set(PARTNER_ALL.GENERATION, generation)
                .set(PARTNER_ALL.TENANT_ID, tenantId)
                .set(PARTNER_ALL.KEY, key)
                .set(PARTNER_ALL.NAME, name)
                .set(PARTNER_ALL.CREATED_AT, at)
                .execute();
    }

    private void insertCustomer(
            UUID tenantId, UUID customerId, String key, CustomerDetails details, Instant at) {
        sql.insertInto(CUSTOMER_ALL)
                .set(CUSTOMER_ALL.GENERATION, generation)
                .set(CUSTOMER_ALL.TENANT_ID, tenantId)
                .set(CUSTOMER_ALL.CUSTOMER_ID, customerId)
                .set(CUSTOMER_ALL.KEY, key)
                .set(CUSTOMER_ALL.NAME, details.name())
                .set(CUSTOMER_ALL.TIME_ZONE, details.timeZone())
                .set(CUSTOMER_ALL.CURRENCY, details.currency())
                .set(CUSTOMER_ALL.COUNTRY, details.country())
                .set(CUSTOMER_ALL.EMAIL, details.email())
                .set(CUSTOMER_ALL.CREATED_AT, at)
                .execute();
    }

    private void updateCustomer(UUID tenantId, UUID customerId, CustomerDetails details) {
        int rows =
                sql.update(CUSTOMER_ALL)
                        .set(CUSTOMER_ALL.NAME, details.name())
                        .set(CUSTOMER_ALL.TIME_ZONE, details.timeZone())
                        .set(CUSTOMER_ALL.CURRENCY, details.currency())
                        .set(CUSTOMER_ALL.COUNTRY, details.country())
                        .set(CUSTOMER_ALL.EMAIL, details.email())
                        .where(CUSTOMER_ALL.GENERATION.eq(generation))
                        .and(CUSTOMER_ALL.TENANT_ID.eq(tenantId))
                        .and(CUSTOMER_ALL.CUSTOMER_ID.eq(customerId))
                        .execute();
        if (rows != 1) {
            throw new IllegalStateException(
                    "details changed of customer " + customerId + ", who was never created");
        }
    }
}
