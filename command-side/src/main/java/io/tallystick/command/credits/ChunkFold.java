package io.tallystick.command.credits;

import io.tallystick.eventstore.usage.StoredUsage;
import io.tallystick.eventstore.usage.UsageSlice;
import io.tallystick.rating.BuiltInMeters;
import io.tallystick.rating.CreditPrices;
import io.tallystick.rating.Meter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the chunks of a page cost each customer in credits. It is bounded by the rows of the page.
final class ChunkFold {

    private static final Map<String, Meter> METERS =
            Map.of(
                    BuiltInMeters.VOICE_CALL, BuiltInMeters.VOICE_MINUTES,
                    BuiltInMeters.SMS, BuiltInMeters.SMS_SEGMENTS,
                    BuiltInMeters.EMAIL, BuiltInMeters.EMAILS);

    private final Function<UUID, Terms> terms;
    private final Set<UUID> callers;
    private final Map<Long, Map<WalletId, Spent>> byPosition = new HashMap<>();

    /// Costs of one event by its quantity and price: most events of a customer are alike.
    private final Map<Rated, BigDecimal> costs = new HashMap<>();

    private record Rated(String meter, BigDecimal quantity, BigDecimal price) {}

    private record Key(String meter, BigDecimal price) {}

    /// What one customer used in one chunk.
    static final class Spent {
        private final Map<Key, Sum> sums = new HashMap<>();
        private final List<CallUsage> ofCalls = new ArrayList<>();

        List<UsageLine> lines() {
            return sums.values().stream().map(Sum::line).sorted(UsageLine.ORDER).toList();
        }

        List<CallUsage> ofCalls() {
            return ofCalls;
        }
    }

    private static final class Sum {
        private final Meter meter;
        private final BigDecimal price;
        private BigDecimal quantity = BigDecimal.ZERO;
        private BigDecimal cost = BigDecimal.ZERO;

        private Sum(Meter meter, BigDecimal price) {
            this.meter = meter;
            this.price = price;
        }

        private void add(BigDecimal more, BigDecimal costsMore) {
            quantity = quantity.add(more);
            cost = cost.add(costsMore);
        }

        private UsageLine line() {
            return new UsageLine(meter, price, quantity, cost);
        }
    }

    /// @param terms by customer
    /// @param callers customers that may hold credits for calls
    ChunkFold(Function<UUID, Terms> terms, Set<UUID> callers) {
        this.terms = terms;
        this.callers = callers;
    }

    /// Who was never charged in credits is not looked into.
    void add(UsageSlice slice) {
        Terms agreed = terms.apply(slice.customerId());
        boolean holds = callers.contains(slice.customerId());
        if (!agreed.prices().changes().isEmpty() || holds) {
            slice.forEachRow(row -> add(row, agreed, holds));
        }
    }

    private void add(StoredUsage row, Terms agreed, boolean holds) {
        Meter meter = METERS.get(row.type());
        if (meter == null || row.measure() == null) {
            return;
        }
        long position = row.ref().position();
        @Nullable BigDecimal price =
                agreed.prices().of(meter, row.occurredAt(), position).orElse(null);
        String callId =
                holds && row.type().equals(BuiltInMeters.VOICE_CALL)
                        ? CallIds.of(row.data())
                        : null;
        if (price == null && callId == null) {
            return;
        }
        BigDecimal asked = price == null ? BigDecimal.ZERO : price;
        BigDecimal billed =
                meter.billed(row.measure(), row.occurredAt(), position, agreed.increments());
        BigDecimal cost =
                costs.computeIfAbsent(
                        new Rated(meter.slug(), billed, asked),
                        absent -> CreditPrices.cost(meter, billed, asked));
        Spent spent =
                byPosition
                        .computeIfAbsent(position, absent -> new HashMap<>())
                        .computeIfAbsent(
                                new WalletId(row.tenantId(), row.customerId()),
                                absent -> new Spent());
        if (callId == null) {
            spent.sums
                    .computeIfAbsent(new Key(meter.slug(), asked), absent -> new Sum(meter, asked))
                    .add(billed, cost);
        } else {
            spent.ofCalls.add(
                    new CallUsage(
                            callId, new UsageLine(meter, asked, billed, cost), price != null));
        }
    }

    /// By customer, of the chunk at a position.
    Map<WalletId, Spent> at(long position) {
        return byPosition.getOrDefault(position, Map.of());
    }

    Set<WalletId> wallets() {
        Set<WalletId> wallets = new HashSet<>();
        byPosition.values().forEach(spent -> wallets.addAll(spent.keySet()));
        return wallets;
    }

    Collection<String> callIds() {
        Set<String> ids = new HashSet<>();
        byPosition
                .values()
                .forEach(all ->
                        all.values()
                                .forEach(spent ->
                                        spent.ofCalls.forEach(usage -> ids.add(usage.callId()))));
        return ids;
    }
}
