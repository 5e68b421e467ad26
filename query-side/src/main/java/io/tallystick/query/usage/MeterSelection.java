package io.tallystick.query.usage;

import static io.tallystick.readmodel.Tables.USAGE_ROLLUP;

import io.tallystick.rating.BuiltInMeters;
import io.tallystick.rating.Meter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Whose usage of which meter is asked for, and how it is split.
///
/// @param customers keys by id of those who are asked for, null for all of the tenant
/// @param bySubject whether each customer has values of its own
/// @param groupBy groups of the meter by which values are split
/// @param filters allowed values of groups
record MeterSelection(
        UUID tenantId,
        Meter meter,
        @Nullable Map<UUID, String> customers,
        boolean bySubject,
        List<String> groupBy,
        Map<String, List<String>> filters) {

    boolean isEmpty() {
        return customers != null && customers.isEmpty();
    }

    Condition rollupRows() {
        String slug = BuiltInMeters.summedAs(meter).slug();
        Condition condition = USAGE_ROLLUP.TENANT_ID.eq(tenantId).and(USAGE_ROLLUP.METER.eq(slug));
        if (customers != null) {
            condition = condition.and(USAGE_ROLLUP.CUSTOMER_ID.in(customers.keySet()));
        }
        for (var filter : filters.entrySet()) {
            condition =
                    condition.and(
                            DSL.jsonbGetAttributeAsText(USAGE_ROLLUP.DIMENSIONS, filter.getKey())
                                    .in(filter.getValue()));
        }
        return condition;
    }
}
