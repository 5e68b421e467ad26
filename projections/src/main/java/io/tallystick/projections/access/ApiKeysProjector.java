package io.tallystick.projections.access;

import static io.tallystick.readmodel.Tables.API_KEY_ALL;

import io.tallystick.events.access.AccessEvent;
import io.tallystick.events.access.AccessEvent.ApiKeyIssued;
import io.tallystick.events.access.AccessEvent.ApiKeyRevoked;
import io.tallystick.events.access.AccessEvent.CustomerCreated;
import io.tallystick.events.access.AccessEvent.CustomerDetailsChanged;
import io.tallystick.events.access.AccessEvent.LoginSucceeded;
import io.tallystick.events.access.AccessEvent.OperatorInstalled;
import io.tallystick.events.access.AccessEvent.PartnerCreated;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.jooq.DSLContext;

/// Writes one generation of the keys.
final class ApiKeysProjector {

    private final int generation;
    private final DSLContext sql;

    ApiKeysProjector(int generation, DSLContext sql) {
        this.generation = generation;
        this.sql = sql;
    }

    @EventHandler
    void on(AccessEvent event, @Timestamp Instant at) {
        switch (event) {
            case ApiKeyIssued issued -> insert(issued, at);
            case ApiKeyRevoked revoked -> update(revoked, at);
            case PartnerCreated _,
                    CustomerCreated _,
                    CustomerDetailsChanged _,
                    OperatorInstalled _,
                    LoginSucceeded _ -> {}
        }
    }

    private void insert(ApiKeyIssued issued, Instant at) {
        sql.insertInto(API_KEY_ALL)
                .set(API_KEY_ALL.GENERATION, generation)
                .set(API_KEY_ALL.TENANT_ID, issued.partnerId())
                .set(API_KEY_ALL.KEY_ID, issued.keyId())
                .set(API_KEY_ALL.SCOPE, issued.scope())
                .set(API_KEY_ALL.CUSTOMER_ID, issued.customerId())
                .set(API_KEY_ALL.NAME, issued.name())
                .set(API_KEY_ALL.PREFIX, issued.prefix())
                .set(
                        API_KEY_ALL.PERMISSIONS,
                        issued.permissions().stream().sorted().toArray(String[]::new))
                .set(API_KEY_ALL.CREATED_AT, at)
                .execute();
    }

    private void update(ApiKeyRevoked revoked, Instant at) {
        int rows =
                sql.update(API_KEY_ALL)
                        .set(API_KEY_ALL.REVOKED_AT, at)
                        .where(API_KEY_ALL.GENERATION.eq(generation))
                        .and(API_KEY_ALL.TENANT_ID.eq(revoked.partnerId()))
                        .and(API_KEY_ALL.KEY_ID.eq(revoked.keyId()))
                        .execute();
        if (rows != 1) {
            throw new IllegalStateException(
                    "key " + revoked.keyId() + " was revoked and never issued");
        }
    }
}
