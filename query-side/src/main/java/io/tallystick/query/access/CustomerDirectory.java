package io.tallystick.query.access;

import static io.tallystick.readmodel.Tables.CUSTOMER;

import io.tallystick.query.page.Cursor;
import io.tallystick.query.page.Page;
import io.tallystick.query.position.Snapshots;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The customers of a tenant.
@Component
public final class CustomerDirectory {

    /// The projection that these answers come from.
    public static final String PROJECTION = "directory";

    private final Snapshots snapshots;

    CustomerDirectory(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /// One customer by id or key.
    ///
    /// @param scope the only customer that may be seen, null for all; see [Caller#customerScope]
    public Optional<CustomerView> find(
            UUID tenantId, @Nullable UUID scope, String idOrKey, Instant now) {
        Condition wanted =
                id(idOrKey)
                        .map(CUSTOMER.CUSTOMER_ID::eq)
                        .orElseGet(DSL::falseCondition)
                        .or(CUSTOMER.KEY.eq(idOrKey));
        return snapshots.read(
                PROJECTION,
                (sql, position) ->
                        // A key that looks like an id is found by the id first.
                        sql.selectFrom(CUSTOMER)
                                .where(visible(tenantId, scope))
                                .and(wanted)
                                .orderBy(DSL.when(CUSTOMER.KEY.eq(idOrKey), 1).otherwise(0))
                                .limit(1)
                                .fetchOptional(row -> CustomerView.of(row, now, position)));
    }

    /// A page by key.
    ///
    /// @param afterKey the last key of the page before, null for the first page
    public Page<CustomerView.Item> list(
            UUID tenantId,
            @Nullable UUID scope,
            @Nullable String afterKey,
            int limit,
            Instant now) {
        return snapshots.read(
                PROJECTION,
                (sql, position) -> {
                    List<CustomerView.Item> found =
                            sql.selectFrom(CUSTOMER)
                                    .where(visible(tenantId, scope))
                                    .and(
                                            afterKey == null
                                                    ? DSL.noCondition()
                                                    : CUSTOMER.KEY.gt(afterKey))
                                    .orderBy(CUSTOMER.KEY)
                                    .limit(limit + 1)
                                    .fetch(CustomerView.Item::of);
                    return Page.of(found, limit, item -> Cursor.of(item.key()), now, position);
                });
    }

    private static Condition visible(UUID tenantId, @Nullable UUID scope) {
        Condition ofTenant = CUSTOMER.TENANT_ID.eq(tenantId);
        return scope == null ? ofTenant : ofTenant.and(CUSTOMER.CUSTOMER_ID.eq(scope));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
