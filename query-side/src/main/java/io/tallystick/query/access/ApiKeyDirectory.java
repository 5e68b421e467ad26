package io.tallystick.query.access;

import static io.tallystick.readmodel.Tables.API_KEY;

import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.lookup.KeyOwner;
import io.tallystick.edge.wall.KeyUses;
import io.tallystick.query.page.Cursor;
import io.tallystick.query.page.Page;
import io.tallystick.query.position.ConsistentRead;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The keys of a customer, of a partner itself, or of the operators.
@Component
public final class ApiKeyDirectory {

    /// The projection that these answers come from. When a key was used last is no fact: it is read
    /// where it is kept.
    public static final String PROJECTION = "api-keys";

    private final ConsistentRead reads;
    private final KeyUses uses;

    ApiKeyDirectory(ConsistentRead reads, KeyUses uses) {
        this.reads = reads;
        this.uses = uses;
    }

    /// A page, the newest first; revoked ones stay.
    ///
    /// @param before the last key of the page before, null for the first page
    public Page<ApiKeyItem> list(KeyOwner owner, @Nullable UUID before, int limit, Instant now) {
        Page<ApiKeyItem> page =
                reads.read(
                        owner.sight(),
                        PROJECTION,
                        (sql, position) -> {
                            List<ApiKeyItem> found =
                                    sql.selectFrom(API_KEY)
                                            .where(isOf(owner))
                                            .and(
                                                    before == null
                                                            ? DSL.noCondition()
                                                            : API_KEY.KEY_ID.lt(before))
                                            .orderBy(API_KEY.KEY_ID.desc())
                                            .limit(limit + 1)
                                            .fetch(ApiKeyItem::of);
                            return Page.of(
                                    found,
                                    limit,
                                    item -> Cursor.of(item.id().toString()),
                                    now,
                                    position);
                        });
        return withUses(page, owner.sight());
    }

    private Page<ApiKeyItem> withUses(Page<ApiKeyItem> page, Sight sight) {
        Map<UUID, Instant> used =
                uses.last(sight, page.items().stream().map(ApiKeyItem::id).toList());
        return page.map(item -> item.used(used));
    }

    private static Condition isOf(KeyOwner owner) {
        UUID customer = owner.customerId();
        return API_KEY.TENANT_ID
                .eq(owner.tenantId())
                .and(
                        customer == null
                                ? API_KEY.CUSTOMER_ID.isNull()
                                : API_KEY.CUSTOMER_ID.eq(customer))
                .and(API_KEY.SCOPE.eq(owner.scope()));
    }
}
