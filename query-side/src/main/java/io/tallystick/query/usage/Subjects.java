package io.tallystick.query.usage;

import static io.tallystick.readmodel.Tables.CUSTOMER;

import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.lookup.Customers;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.query.usage.CalendarWindows.Window;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Between the keys that people use and the ids that tables use.
final class Subjects {

    private final Customers customers;

    Subjects(Customers customers) {
        this.customers = customers;
    }

    /// As in OpenMeter, whoever names subjects gets values per subject. Unknown and foreign ones
    /// select nothing.
    MeterSelection select(Sight sight, MeterQuestion question) {
        Map<UUID, String> wanted = wanted(sight, question.subjects());
        if (question.windowSize() == WindowSize.MINUTE && (wanted == null || wanted.size() > 1)) {
            throw ApiProblem.invalid(
                    MeterQuestion.SUBJECT,
                    "one_subject_required",
                    "MINUTE windows need exactly one subject.");
        }
        return new MeterSelection(
                sight.tenantId(),
                question.meter(),
                wanted,
                wanted != null || question.groupBy().contains(MeterQuestion.SUBJECT),
                question.groupBy().stream()
                        .filter(group -> !group.equals(MeterQuestion.SUBJECT))
                        .toList(),
                question.filters());
    }

    private @Nullable Map<UUID, String> wanted(Sight sight, List<String> keys) {
        UUID tenantId = sight.tenantId();
        UUID scope = sight.customerId();
        if (keys.isEmpty()) {
            return scope == null ? null : Map.of(scope, key(tenantId, scope));
        }
        return customers.idsByKey(tenantId, Set.copyOf(keys)).entrySet().stream()
                .filter(known -> sight.sees(known.getValue()))
                .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    UUID only(MeterSelection selection) {
        return Objects.requireNonNull(selection.customers()).keySet().iterator().next();
    }

    List<MeterSeries.Window> series(
            DSLContext sql, MeterSelection selection, List<Window> windows, List<Cell> cells) {
        Map<UUID, String> keys = keys(sql, selection, cells);
        return cells.stream()
                .map(cell -> window(cell, selection, windows, keys))
                .sorted(ORDER)
                .toList();
    }

    private static final Comparator<MeterSeries.Window> ORDER =
            Comparator.comparing(MeterSeries.Window::windowStart)
                    .thenComparing(
                            MeterSeries.Window::subject,
                            Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparing(window -> window.groupBy().toString());

    private static MeterSeries.Window window(
            Cell cell, MeterSelection selection, List<Window> windows, Map<UUID, String> keys) {
        Window window = windows.get(cell.window());
        Map<String, @Nullable String> groups = new TreeMap<>();
        for (int i = 0; i < selection.groupBy().size(); i++) {
            groups.put(selection.groupBy().get(i), cell.groupValues().get(i));
        }
        BigDecimal value = PlainDecimal.of(selection.meter().quantity(cell.baseUnits()));
        String subject =
                selection.bySubject() && cell.customerId() != null
                        ? keys.get(cell.customerId())
                        : null;
        return new MeterSeries.Window(value, window.start(), window.end(), subject, groups);
    }

    private Map<UUID, String> keys(DSLContext sql, MeterSelection selection, List<Cell> cells) {
        if (selection.customers() != null) {
            return selection.customers();
        }
        List<UUID> ids = new ArrayList<>();
        cells.stream().map(Cell::customerId).filter(Objects::nonNull).distinct().forEach(ids::add);
        Map<UUID, String> keys = new HashMap<>();
        sql.select(CUSTOMER.CUSTOMER_ID, CUSTOMER.KEY)
                .from(CUSTOMER)
                .where(CUSTOMER.TENANT_ID.eq(selection.tenantId()))
                .and(CUSTOMER.CUSTOMER_ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .forEach(row -> keys.put(row.value1(), row.value2()));
        // Usage may be projected before the directory has heard of its customer.
        ids.forEach(id -> keys.computeIfAbsent(id, absent -> key(selection.tenantId(), absent)));
        return keys;
    }

    private String key(UUID tenantId, UUID customerId) {
        return customers
                .byId(tenantId, customerId)
                .map(Customer::key)
                .orElseGet(customerId::toString);
    }
}
