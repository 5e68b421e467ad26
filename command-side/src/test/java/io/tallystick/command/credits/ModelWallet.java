package io.tallystick.command.credits;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a wallet should be, written down in the plainest way: whole millionths of a credit, one row
/// at a time, without what the ledger is made of.
final class ModelWallet {

    static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    static final class ModelLot {
        final UUID id;
        final int priority;
        final Instant from;
        final @Nullable Instant to;
        final long amount;
        long left;
        long expired;
        String state = "scheduled";

        ModelLot(UUID id, int priority, Instant from, @Nullable Instant to, long amount) {
            this.id = id;
            this.priority = priority;
            this.from = from;
            this.to = to;
            this.amount = amount;
            this.left = amount;
        }
    }

    static final class ModelCall {
        @Nullable Long captured;
        long unpaid;
        boolean used;
        final Map<UUID, Long> paid = new LinkedHashMap<>();
        final UUID hold;

        ModelCall(UUID hold) {
            this.hold = hold;
        }
    }

    final Map<UUID, ModelLot> lots = new HashMap<>();
    final Map<String, ModelCall> calls = new HashMap<>();
    final List<String> crossings = new ArrayList<>();
    long overage;
    private boolean everHeld;

    /// Thresholds in millionths; less than nothing stands for "exhausted".
    private final Map<Long, Boolean> armed = new TreeMap<>();

    long settled() {
        return lots.values().stream()
                .filter(lot -> lot.state.equals("active"))
                .mapToLong(lot -> lot.left)
                .sum();
    }

    void grant(ModelLot lot, Instant at) {
        lots.put(lot.id, lot);
        everHeld = true;
        begin(at);
    }

    void begin(Instant at) {
        lots.values().stream()
                .filter(lot -> lot.state.equals("scheduled") && !lot.from.isAfter(at))
                .sorted(Comparator.comparing(lot -> lot.id.toString()))
                .forEach(lot -> activate(lot, at));
    }

    ModelLot lot(UUID id) {
        return Objects.requireNonNull(lots.get(id));
    }

    void activate(ModelLot lot, Instant at) {
        if (!lot.state.equals("scheduled")) {
            return;
        }
        lot.state = "active";
        boolean early = lot.from.isAfter(at);
        boolean over = lot.to != null && !lot.to.isAfter(at);
        long owed = early || over ? 0 : Math.min(overage, lot.left);
        lot.left -= owed;
        overage -= owed;
        armed.replaceAll((t, was) -> was || settled() > Math.max(t, 0));
    }

    void expire(UUID id, long position) {
        ModelLot lot = lots.get(id);
        if (lot == null || lot.state.equals("expired")) {
            return;
        }
        long before = settled();
        lot.expired += lot.left;
        lot.left = 0;
        lot.state = "expired";
        judge(before, position);
    }

    /// @return what each lot paid
    Map<UUID, Long> burn(long amount, Instant at) {
        Map<UUID, Long> paid = new LinkedHashMap<>();
        while (amount > 0) {
            ModelLot next =
                    lots.values().stream()
                            .filter(lot ->
                                    lot.state.equals("active")
                                            && lot.left > 0
                                            && !lot.from.isAfter(at)
                                            && (lot.to == null || lot.to.isAfter(at)))
                            .min(order())
                            .orElse(null);
            if (next == null) {
                overage += amount;
                return paid;
            }
            long drawn = Math.min(amount, next.left);
            next.left -= drawn;
            amount -= drawn;
            paid.put(next.id, drawn);
        }
        return paid;
    }

    private static Comparator<ModelLot> order() {
        return Comparator.<ModelLot>comparingInt(lot -> lot.priority)
                .thenComparing(lot -> lot.to == null ? Instant.MAX : lot.to)
                .thenComparing(lot -> lot.id.toString());
    }

    boolean holds(@Nullable String callId) {
        return callId != null && calls.containsKey(callId);
    }

    /// @param callId null for what is no call
    void row(@Nullable String callId, long cost, Instant at) {
        ModelCall call = callId == null ? null : calls.get(callId);
        if (call == null) {
            burn(cost, at);
            return;
        }
        if (call.captured == null) {
            call.used = true;
            burn(cost, at);
            return;
        }
        calls.remove(callId);
        if (cost >= call.captured) {
            burn(cost - call.captured, at);
        } else {
            giveBack(call, call.captured - cost, at);
        }
    }

    private void giveBack(ModelCall call, long amount, Instant at) {
        long forgiven = Math.min(amount, Math.min(call.unpaid, overage));
        overage -= forgiven;
        long left = amount - forgiven;
        List<ModelLot> payers =
                new ArrayList<>(call.paid.keySet().stream().map(this::lot).toList());
        payers.sort(order().reversed());
        for (ModelLot lot : payers) {
            long part = Math.min(left, call.paid.getOrDefault(lot.id, 0L));
            left -= part;
            if (lot.state.equals("expired")) {
                lot.expired += part;
            } else {
                lot.left += part;
            }
        }
        if (left > 0) {
            UUID id =
                    UUID.nameUUIDFromBytes(
                            ("returned/" + call.hold).getBytes(StandardCharsets.UTF_8));
            var lot = new ModelLot(id, 100, at, null, left);
            lot.state = "active";
            lots.put(id, lot);
        }
    }

    void capture(String callId, UUID hold, long amount, Instant at) {
        ModelCall call = calls.computeIfAbsent(callId, absent -> new ModelCall(hold));
        if (call.used) {
            calls.remove(callId);
            return;
        }
        long owedBefore = overage;
        call.paid.putAll(burn(amount, at));
        call.captured = amount;
        call.unpaid = overage - owedBefore;
    }

    void watch(TreeSet<Long> wanted, long position) {
        armed.keySet().retainAll(wanted);
        for (long threshold : wanted) {
            if (!armed.containsKey(threshold)) {
                boolean low = everHeld && settled() <= Math.max(threshold, 0);
                armed.put(threshold, !low);
                if (low) {
                    crossings.add(position + " " + threshold);
                }
            }
        }
    }

    void judge(long before, long position) {
        long after = settled();
        armed.replaceAll((t, was) -> {
            long threshold = Math.max(t, 0);
            boolean crossed = was && before > threshold && after <= threshold;
            if (crossed) {
                crossings.add(position + " " + t);
            }
            return was && !crossed;
        });
    }
}
