package io.tallystick.command.credits;

import static java.util.stream.Collectors.groupingBy;

import io.tallystick.command.credits.Alerts.Threshold;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tables of the ledger. What a page of the log comes to is written by a few statements,
/// however many customers it concerns.
final class LedgerTables {

    private static final String WANTED =
            "jsonb_to_recordset(:wallets::jsonb) as wanted (tenant_id uuid, customer_id uuid) ";

    /// In one order, so that nobody waits for somebody who waits for him.
    private static final String WALLETS =
            "select to_jsonb(wallet)::text from $.credit_wallet as wallet join "
                    + WANTED
                    + """
                    using (tenant_id, customer_id)
                    order by tenant_id, customer_id for no key update of wallet
                    """;

    private static final String CALLS =
            "select to_jsonb(call)::text from $.credit_call as call join "
                    + WANTED
                    + "using (tenant_id, customer_id) where call.call_id = any (:calls)";

    private static final String LOTS =
            "select to_jsonb(lot)::text from $.credit_lot as lot join "
                    + WANTED
                    + """
                    using (tenant_id, customer_id)
                    where lot.remaining > 0
                    union
                    select to_jsonb(lot)::text from $.credit_lot as lot join
                    """
                    + WANTED
                    + "using (tenant_id, customer_id) where lot.lot_id = any (:lots)";

    private static final String ALERTS =
            "select to_jsonb(alert)::text from $.credit_alert as alert join "
                    + WANTED
                    + "using (tenant_id, customer_id)";

    private static final String SAVE_WALLETS =
            """
            update $.credit_wallet as wallet
            set settled = saved.settled, overage = saved.overage, ever_held = saved.ever_held,
              exhausted_at = saved.exhausted_at, position = saved.position
            from jsonb_populate_recordset(null::$.credit_wallet, :rows::jsonb) as saved
            where wallet.tenant_id = saved.tenant_id and wallet.customer_id = saved.customer_id
            """;

    private static final String FORGET_CALLS =
            """
            delete from $.credit_call as call
            using jsonb_to_recordset(:rows::jsonb) as met (tenant_id uuid, customer_id uuid, call_id text)
            where call.tenant_id = met.tenant_id and call.customer_id = met.customer_id and call.call_id = met.call_id
            """;

    private static final String FORGET_ALERTS =
            """
            delete from $.credit_alert as alert
            using jsonb_to_recordset(:rows::jsonb) as of_wallet (tenant_id uuid, customer_id uuid)
            where alert.tenant_id = of_wallet.tenant_id and alert.customer_id = of_wallet.customer_id
            """;

    private final LedgerRows rows;

    /// @param schema `work`, or where a replay is compared with it
    LedgerTables(JdbcClient jdbc, String schema) {
        this.rows = new LedgerRows(jdbc, schema);
    }

    record Price(
            UUID tenantId,
            UUID customerId,
            long position,
            Instant since,
            boolean enabled,
            BigDecimal perMinute,
            BigDecimal perSmsSegment,
            BigDecimal perEmail) {}

    record Increment(
            UUID tenantId,
            UUID customerId,
            long position,
            Instant since,
            int initialSeconds,
            int stepSeconds) {}

    record Crossing(
            UUID tenantId,
            UUID customerId,
            long position,
            boolean exhausted,
            BigDecimal threshold,
            BigDecimal balance,
            Instant recordedAt) {}

    private record AlertRow(
            UUID tenantId,
            UUID customerId,
            boolean exhausted,
            BigDecimal threshold,
            boolean armed) {}

    private record MetCall(UUID tenantId, UUID customerId, String callId) {}

    private record Known(long position) {}

    private record Caller(UUID customerId) {}

    /// Of the newest change that is known.
    long newestPrice() {
        return newest("credit_price");
    }

    long newestIncrement() {
        return newest("credit_increment");
    }

    private long newest(String table) {
        return rows.read(
                        Known.class,
                        "select jsonb_build_object('position', coalesce(max(position), 0))::text from $."
                                + table,
                        Map.of())
                .getFirst()
                .position();
    }

    List<Price> prices(long after) {
        return rows.read(
                Price.class,
                "select to_jsonb(price)::text from $.credit_price as price where position > :after order by position",
                Map.of("after", after));
    }

    List<Increment> increments(long after) {
        return rows.read(
                Increment.class,
                "select to_jsonb(increment)::text from $.credit_increment as increment where position > :after order by position",
                Map.of("after", after));
    }

    void keepPrices(Collection<Price> prices) {
        rows.insert("credit_price", prices, "");
    }

    void keepIncrements(Collection<Increment> increments) {
        rows.insert("credit_increment", increments, "");
    }

    void keepCrossings(Collection<Crossing> crossings) {
        rows.insert("credit_crossing", crossings, "");
    }

    /// Customers with calls that have not met their usage.
    Set<UUID> callers() {
        return rows
                .read(
                        Caller.class,
                        "select distinct jsonb_build_object('customer_id', customer_id)::text from $.credit_call",
                        Map.of())
                .stream()
                .map(Caller::customerId)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /// Locks them: commands decide on the same rows.
    ///
    /// Of lots only those are loaded of which something is left, and those that are named: all
    /// others have nothing to do with what comes.
    ///
    /// @param callIds of calls that may be met
    /// @param lotIds of lots whose time has come or is over
    Map<WalletId, Wallet> load(
            Collection<WalletId> wanted, Collection<String> callIds, Collection<UUID> lotIds) {
        String wallets = LedgerRows.json(wanted);
        Map<String, Object> parameters = new HashMap<>(Map.of("wallets", wallets));
        List<Wallet.Row> found = rows.read(Wallet.Row.class, WALLETS, parameters);
        if (found.size() != wanted.size()) {
            throw new IllegalStateException(
                    "there are %d wallets of %d".formatted(found.size(), wanted.size()));
        }
        Map<WalletId, List<Call>> calls = calls(parameters, callIds);
        Set<UUID> named = new HashSet<>(lotIds);
        calls.values().forEach(all -> all.forEach(call -> named.addAll(call.draws().keySet())));
        parameters.put("lots", named.toArray(UUID[]::new));
        Map<WalletId, List<Lot>> lots =
                rows.read(Lot.class, LOTS, parameters).stream()
                        .collect(groupingBy(lot -> new WalletId(lot.tenantId(), lot.customerId())));
        Map<WalletId, Map<Threshold, Boolean>> alerts = alerts(parameters);
        Map<WalletId, Wallet> loaded = new HashMap<>();
        for (Wallet.Row row : found) {
            var id = new WalletId(row.tenantId(), row.customerId());
            loaded.put(
                    id,
                    new Wallet(
                            row,
                            lots.getOrDefault(id, List.of()),
                            calls.getOrDefault(id, List.of()),
                            new Alerts(alerts.getOrDefault(id, Map.of()))));
        }
        return loaded;
    }

    private Map<WalletId, List<Call>> calls(
            Map<String, Object> parameters, Collection<String> callIds) {
        if (callIds.isEmpty()) {
            return Map.of();
        }
        parameters.put("calls", callIds.toArray(String[]::new));
        return rows.read(Call.class, CALLS, parameters).stream()
                .collect(groupingBy(call -> new WalletId(call.tenantId(), call.customerId())));
    }

    private Map<WalletId, Map<Threshold, Boolean>> alerts(Map<String, Object> parameters) {
        Map<WalletId, Map<Threshold, Boolean>> alerts = new HashMap<>();
        for (AlertRow row : rows.read(AlertRow.class, ALERTS, parameters)) {
            alerts.computeIfAbsent(
                            new WalletId(row.tenantId(), row.customerId()),
                            absent -> new HashMap<>())
                    .put(new Threshold(row.exhausted(), row.threshold()), row.armed());
        }
        return alerts;
    }

    void save(Map<WalletId, Wallet> wallets) {
        rows.run(SAVE_WALLETS, wallets.values().stream().map(Wallet::row).toList());
        rows.insert(
                "credit_lot",
                wallets.values().stream().flatMap(wallet -> wallet.lots().stream()).toList(),
                """
                on conflict (tenant_id, customer_id, lot_id) do update
                set remaining = excluded.remaining, expired = excluded.expired, state = excluded.state
                where (credit_lot.remaining, credit_lot.expired, credit_lot.state)
                  is distinct from (excluded.remaining, excluded.expired, excluded.state)
                """);
        rows.insert(
                "credit_transaction",
                wallets.values().stream().flatMap(wallet -> wallet.bookings().stream()).toList(),
                "");
        saveCalls(wallets);
        saveAlerts(wallets);
    }

    private void saveCalls(Map<WalletId, Wallet> wallets) {
        List<MetCall> met = new ArrayList<>();
        List<Call> open = new ArrayList<>();
        wallets.forEach((id, wallet) ->
                wallet.calls()
                        .forEach((callId, call) -> {
                            if (call == null) {
                                met.add(new MetCall(id.tenantId(), id.customerId(), callId));
                            } else {
                                open.add(call);
                            }
                        }));
        rows.run(FORGET_CALLS, met);
        rows.insert(
                "credit_call",
                open,
                """
                on conflict (tenant_id, customer_id, call_id) do update
                set hold_id = excluded.hold_id, captured = excluded.captured, overage = excluded.overage,
                  draws = excluded.draws, used = excluded.used
                """);
    }

    private void saveAlerts(Map<WalletId, Wallet> wallets) {
        Map<WalletId, Wallet> changed = new HashMap<>(wallets);
        changed.values().removeIf(wallet -> !wallet.alerts().hasChanged());
        rows.run(FORGET_ALERTS, changed.keySet());
        List<AlertRow> alerts = new ArrayList<>();
        changed.forEach((id, wallet) ->
                wallet.alerts()
                        .armed()
                        .forEach((threshold, armed) ->
                                alerts.add(
                                        new AlertRow(
                                                id.tenantId(),
                                                id.customerId(),
                                                threshold.exhausted(),
                                                threshold.value(),
                                                armed))));
        rows.insert("credit_alert", alerts, "");
    }
}
