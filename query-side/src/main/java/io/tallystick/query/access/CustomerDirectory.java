package io.tallystick.query.access;

import static io.tallystick.readmodel.Tables.CUSTOMER;

import io.tallystick.edge.caller.Sight;
import io.tallystick.query.page.Cursor;
import io.tallystick.query.page.Page;
import io.tallystick.query.position.ConsistentRead;
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

    private final ConsistentRead reads;

    CustomerDirectory(ConsistentRead reads) {
        this.reads = reads;
    }

    /// One customer by id or key.
    public Optional<CustomerView> find(Sight sight, String idOrKey, Instant now) {
        Condition wanted =
                id(idOrKey)
                        .map(CUSTOMER.CUSTOMER_ID::eq)
                        .orElseGet(DSL::falseCondition)
                        .or(CUSTOMER.KEY.eq(idOrKey));
        return reads.read(
                sight,
                PROJECTION,
                (sql, position) ->
                        // A key that looks like an id is found by the id first.
                        sql.selectFrom(CUSTOMER)
                                .where(visible(sight))
                                .and(wanted)
                                .orderBy(DSL.when(CUSTOMER.KEY.eq(idOrKey), 1).otherwise(0))
                                .limit(1)
                                .fetchOptional(row -> CustomerView.of(row, now, position)));
    }

    /// A page by key.
    ///
    /// @param afterKey the last key of the page before, null for the first page
    public Page<CustomerView.Item> list(
            Sight sight, @Nullable String afterKey, int limit, Instant now) {
        return reads.read(
                sight,
                PROJECTION,
                (sql, position) -> {
                    List<CustomerView.Item> found =
                            sql.selectFrom(CUSTOMER)
                                    .where(visible(sight))
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

    private static Condition visible(Sight sight) {
        Condition ofTenant = CUSTOMER.TENANT_ID.eq(sight.tenantId());
        return sight.customerId() == null
                ? ofTenant
                : ofTenant.and(CUSTOMER.CUSTOMER_ID.eq(sight.customerId()));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
