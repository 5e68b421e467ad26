package io.tallystick.query.access;

import static io.tallystick.readmodel.Tables.API_KEY;

import io.tallystick.edge.caller.Sight;
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

/// The keys of a customer, or of a partner itself.
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
    /// @param customerId null for keys of the partner itself
    /// @param before the last key of the page before, null for the first page
    public Page<ApiKeyItem> list(
            Sight sight, @Nullable UUID customerId, @Nullable UUID before, int limit, Instant now) {
        Page<ApiKeyItem> page =
                reads.read(
                        sight,
                        PROJECTION,
                        (sql, position) -> {
                            List<ApiKeyItem> found =
                                    sql.selectFrom(API_KEY)
                                            .where(ofOwner(sight.tenantId(), customerId))
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
        return withUses(page, sight);
    }

    private Page<ApiKeyItem> withUses(Page<ApiKeyItem> page, Sight sight) {
        Map<UUID, Instant> used =
                uses.last(sight, page.items().stream().map(ApiKeyItem::id).toList());
        return new Page<>(
                page.items().stream().map(item -> item.used(used)).toList(),
                page.nextCursor(),
                page.asOf(),
                page.position());
    }

    private static Condition ofOwner(UUID tenantId, @Nullable UUID customerId) {
        Condition ofTenant = API_KEY.TENANT_ID.eq(tenantId);
        return customerId == null
                ? ofTenant.and(API_KEY.SCOPE.eq("partner"))
                : ofTenant.and(API_KEY.CUSTOMER_ID.eq(customerId));
    }
}
