package io.tallystick.query.access;

import static io.tallystick.readmodel.Tables.PARTNER;

import io.tallystick.edge.caller.Caller;
import io.tallystick.query.page.Cursor;
import io.tallystick.query.page.Page;
import io.tallystick.query.position.ConsistentRead;
import java.time.Instant;
import java.util.List;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// All tenants of the installation. Only an operator may ask.
@Component
public final class PartnerDirectory {

    private final ConsistentRead reads;

    PartnerDirectory(ConsistentRead reads) {
        this.reads = reads;
    }

    /// A page by key.
    ///
    /// @param afterKey the last key of the page before, null for the first page
    /// @throws ApiProblem 403 for everybody who is no operator
    public Page<PartnerItem> list(
            Caller caller, @Nullable String afterKey, int limit, Instant now) {
        return reads.readInstallation(
                caller,
                CustomerDirectory.PROJECTION,
                (sql, position) -> {
                    List<PartnerItem> found =
                            sql.selectFrom(PARTNER)
                                    .where(
                                            afterKey == null
                                                    ? DSL.noCondition()
                                                    : PARTNER.KEY.gt(afterKey))
                                    .orderBy(PARTNER.KEY)
                                    .limit(limit + 1)
                                    .fetch(row ->
                                            new PartnerItem(
                                                    row.getTenantId(),
                                                    row.getKey(),
                                                    row.getName(),
                                                    row.getCreatedAt()));
                    return Page.of(found, limit, item -> Cursor.of(item.key()), now, position);
                });
    }
}
