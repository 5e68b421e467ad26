package io.tallystick.app.nodes;

import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.usage.StoredUsage;
import io.tallystick.eventstore.usage.UsageReader;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// What the log says of the wallets of a walk, worked out in the plainest way: a balance that is
/// added to and taken from, position by position, and the thresholds that it falls to.
final class WalkedCredits {

    private static final String FACTS =
            """
            select position, type, convert_from(payload, 'UTF8')::jsonb ->> 'customerId' as customer,
              (convert_from(payload, 'UTF8')::jsonb ->> 'amount')::numeric as amount,
              convert_from(payload, 'UTF8')::jsonb ->> 'threshold' as threshold,
              convert_from(payload, 'UTF8')::jsonb ->> 'causePosition' as cause
            from event_log.entry where kind = 'fact' and type like 'credits.%' order by position
            """;

    /// Customers of one partner, with what each text message costs them.
    record Walkers(UUID partner, List<UUID> customers, BigDecimal perSegment) {}

    private final TestDatabase database;
    private final Walkers walkers;
    private final List<BigDecimal> thresholds;
    private final Map<UUID, Wallet> wallets = new HashMap<>();
    private final Map<UUID, List<String>> told = new HashMap<>();
    private long rows;

    /// @param thresholds of which people are told, the highest last; that nothing is left is one of
    ///   its own
    WalkedCredits(TestDatabase database, Walkers walkers, List<BigDecimal> thresholds) {
        this.database = database;
        this.walkers = walkers;
        this.thresholds = thresholds;
        walkers.customers()
                .forEach(customer -> {
                    wallets.put(customer, new Wallet());
                    told.put(customer, new ArrayList<>());
                });
    }

    /// Of each customer, the causes of its crossings and what was crossed.
    Map<UUID, List<String>> expected() {
        Map<UUID, List<String>> all = new HashMap<>();
        wallets.forEach((customer, wallet) -> all.put(customer, wallet.crossings));
        return all;
    }

    /// The same as the log has it in facts.
    Map<UUID, List<String>> told() {
        return told;
    }

    /// Of each customer, what is left and what is owed.
    Map<UUID, String> balances() {
        Map<UUID, String> all = new HashMap<>();
        wallets.forEach((customer, wallet) -> all.put(customer, wallet.toString()));
        return all;
    }

    /// How many events were burned.
    long rows() {
        return rows;
    }

    WalkedCredits read() throws SQLException {
        Map<Long, List<Move>> moves = new TreeMap<>();
        readFacts(moves);
        readUsage(moves);
        moves.forEach((position, all) ->
                all.forEach(move -> walletOf(move.customer()).move(move, position, thresholds)));
        return this;
    }

    private record Move(UUID customer, boolean grant, BigDecimal amount) {}

    private void readFacts(Map<Long, List<Move>> moves) throws SQLException {
        try (var connection = database.connection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(FACTS)) {
            while (row.next()) {
                UUID customer = UUID.fromString(row.getString("customer"));
                String type = row.getString("type");
                switch (type) {
                    case "credits.CreditsGranted", "credits.CreditsDeducted" ->
                            moves.computeIfAbsent(
                                            row.getLong("position"), none -> new ArrayList<>())
                                    .add(
                                            new Move(
                                                    customer,
                                                    type.equals("credits.CreditsGranted"),
                                                    row.getBigDecimal("amount")));
                    case "credits.LowCreditCrossed" ->
                            toldOf(customer)
                                    .add(
                                            crossing(
                                                    row.getLong("cause"),
                                                    row.getBigDecimal("threshold")));
                    case "credits.CreditsExhausted" ->
                            toldOf(customer).add(crossing(row.getLong("cause"), BigDecimal.ZERO));
                    default -> throw new IllegalStateException("nobody walked to " + type);
                }
            }
        }
    }

    /// What one entry has of one customer is one move.
    private void readUsage(Map<Long, List<Move>> moves) {
        var everything = new UsageReader.Filter(null, null, null, null, null, null);
        Map<Long, Map<UUID, BigDecimal>> costs = new TreeMap<>();
        for (StoredUsage row :
                new UsageReader(database.dataSource())
                        .newest(
                                walkers.partner(),
                                walkers.customers(),
                                everything,
                                Integer.MAX_VALUE - 1)) {
            BigDecimal segments = row.measure() == null ? BigDecimal.ZERO : row.measure();
            costs.computeIfAbsent(row.ref().position(), none -> new HashMap<>())
                    .merge(
                            row.customerId(),
                            segments.multiply(walkers.perSegment()),
                            BigDecimal::add);
            rows++;
        }
        costs.forEach((position, of) ->
                of.forEach((customer, cost) ->
                        moves.computeIfAbsent(position, none -> new ArrayList<>())
                                .add(new Move(customer, false, cost))));
    }

    private Wallet walletOf(UUID customer) {
        return wallets.computeIfAbsent(customer, none -> new Wallet());
    }

    private List<String> toldOf(UUID customer) {
        return told.computeIfAbsent(customer, none -> new ArrayList<>());
    }

    private static String crossing(long cause, BigDecimal threshold) {
        return cause + " " + threshold.stripTrailingZeros().toPlainString();
    }

    private static final class Wallet {

        private BigDecimal settled = BigDecimal.ZERO;
        private BigDecimal overage = BigDecimal.ZERO;
        private final Map<BigDecimal, Boolean> armed = new HashMap<>();
        private final List<String> crossings = new ArrayList<>();

        private void move(Move move, long position, List<BigDecimal> thresholds) {
            BigDecimal before = settled;
            if (move.grant()) {
                BigDecimal paid = overage.min(move.amount());
                overage = overage.subtract(paid);
                settled = settled.add(move.amount().subtract(paid));
                thresholds.stream()
                        .filter(threshold -> settled.compareTo(threshold) > 0)
                        .forEach(threshold -> armed.put(threshold, true));
                return;
            }
            BigDecimal burned = settled.min(move.amount());
            settled = settled.subtract(burned);
            overage = overage.add(move.amount().subtract(burned));
            for (BigDecimal threshold : thresholds) {
                if (before.compareTo(threshold) > 0
                        && settled.compareTo(threshold) <= 0
                        && Boolean.TRUE.equals(armed.put(threshold, false))) {
                    crossings.add(crossing(position, threshold));
                }
            }
        }

        @Override
        public String toString() {
            return settled.stripTrailingZeros().toPlainString()
                    + " "
                    + overage.stripTrailingZeros().toPlainString();
        }
    }
}
