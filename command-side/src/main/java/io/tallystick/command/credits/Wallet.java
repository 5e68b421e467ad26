package io.tallystick.command.credits;

import io.tallystick.command.credits.Alerts.Threshold;
import io.tallystick.command.credits.Booking.Reason;
import io.tallystick.rating.Burn;
import io.tallystick.rating.Burn.Draw;
import io.tallystick.rating.CreditLot;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The credits of one customer, as the ledger walks the log. It is pure: it computes from entries
/// and what it was before, and notes what was booked and which thresholds were crossed.
final class Wallet {

    private final WalletId id;
    private final Map<UUID, Lot> lots = new TreeMap<>(Comparator.comparing(UUID::toString));
    private final Map<String, @Nullable Call> calls = new LinkedHashMap<>();
    private final List<Booking> bookings = new ArrayList<>();
    private final List<Crossed> crossings = new ArrayList<>();
    private final Alerts alerts;
    private BigDecimal settled;
    private BigDecimal overage;
    private boolean everHeld;
    private @Nullable Instant exhaustedAt;
    private long position;

    /// @param balance what is left
    /// @param lowest whether it is the lowest that was crossed at once
    record Crossed(Moment moment, Threshold threshold, BigDecimal balance, boolean lowest) {}

    /// A row of `credit_wallet`.
    record Row(
            UUID tenantId,
            UUID customerId,
            BigDecimal settled,
            BigDecimal overage,
            boolean everHeld,
            @Nullable Instant exhaustedAt,
            long position) {}

    Wallet(Row row, Collection<Lot> lots, Collection<Call> calls, Alerts alerts) {
        this.id = new WalletId(row.tenantId(), row.customerId());
        this.settled = row.settled();
        this.overage = row.overage();
        this.everHeld = row.everHeld();
        this.exhaustedAt = row.exhaustedAt();
        this.position = row.position();
        this.alerts = alerts;
        lots.forEach(lot -> this.lots.put(lot.lotId(), lot));
        calls.forEach(call -> this.calls.put(call.callId(), call));
    }

    /// A wallet in which nothing has happened.
    static Wallet empty(WalletId id) {
        var row =
                new Row(
                        id.tenantId(),
                        id.customerId(),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        false,
                        null,
                        0);
        return new Wallet(row, List.of(), List.of(), new Alerts(Map.of()));
    }

    Row row() {
        return new Row(
                id.tenantId(), id.customerId(), settled, overage, everHeld, exhaustedAt, position);
    }

    Collection<Lot> lots() {
        return lots.values();
    }

    /// Null of those that have met their usage.
    Map<String, @Nullable Call> calls() {
        return calls;
    }

    Alerts alerts() {
        return alerts;
    }

    List<Booking> bookings() {
        return bookings;
    }

    List<Crossed> crossings() {
        return crossings;
    }

    /// Credits were given.
    void grant(Moment moment, Lot lot) {
        lots.put(lot.lotId(), lot);
        everHeld = true;
        activateDue(moment);
        changed(moment);
    }

    /// A lot's time has come; whoever came first has seen to it.
    void activate(Moment moment, UUID lotId) {
        Lot lot = lots.get(lotId);
        if (lot != null && lot.is(Lot.SCHEDULED)) {
            begin(moment, lot);
        }
        changed(moment);
    }

    private void activateDue(Moment moment) {
        List.copyOf(lots.values()).stream()
                .filter(lot -> lot.isDue(moment.at()))
                .forEach(lot -> begin(moment, lot));
    }

    /// What usage cost beyond the balance is paid first.
    private void begin(Moment moment, Lot lot) {
        lots.put(lot.lotId(), lot.activated());
        book(
                moment,
                Reason.of("grant", lot.lotId().toString(), lot.note()),
                BigDecimal.ZERO,
                Map.of(lot.lotId(), lot.remaining()));
        BigDecimal owed =
                lot.forBurning().pays(moment.at()) ? overage.min(lot.remaining()) : BigDecimal.ZERO;
        if (owed.signum() > 0) {
            pay(
                    moment,
                    Reason.of("overage_paid", lot.lotId().toString(), null),
                    owed.negate(),
                    Map.of(lot.lotId(), owed.negate()));
        }
        alerts.toppedUp(settled);
    }

    /// What is left of a lot is gone.
    void expire(Moment moment, UUID lotId) {
        Lot lot = lots.get(lotId);
        if (lot == null || lot.is(Lot.EXPIRED)) {
            return;
        }
        BigDecimal before = settled;
        boolean counted = lot.is(Lot.ACTIVE);
        BigDecimal left = lot.remaining();
        lots.put(lotId, lot.over());
        if (counted && left.signum() > 0) {
            bookOnly(
                    moment,
                    Reason.of("expiry", lotId.toString(), lot.note()),
                    left.negate(),
                    BigDecimal.ZERO,
                    Map.of(lotId, left.negate()));
        }
        judge(moment, before);
    }

    /// Credits are taken away by hand.
    void deduct(Moment moment, UUID deductionId, BigDecimal amount, String reason) {
        activateDue(moment);
        BigDecimal before = settled;
        burn(moment, Reason.of("deduction", deductionId.toString(), reason), amount);
        judge(moment, before);
    }

    /// The usage of one chunk.
    ///
    /// @param lines in their order
    /// @param ofCalls usage of calls for which credits may be held, in the order of the chunk
    void use(Moment moment, Collection<UsageLine> lines, Collection<CallUsage> ofCalls) {
        // What concerns the wallet must not depend on where a page of the log begins: whether a
        // customer holds anything is looked up once for a page.
        List<CallUsage> concerning = ofCalls.stream().filter(this::concerns).toList();
        if (lines.isEmpty() && concerning.isEmpty()) {
            return;
        }
        activateDue(moment);
        BigDecimal before = settled;
        Map<String, UsageLine> rest = new LinkedHashMap<>();
        for (CallUsage usage : concerning) {
            Call call = calls.get(usage.callId());
            if (call == null) {
                rest.merge(key(usage.line()), usage.line(), UsageLine::plus);
            } else {
                meet(moment, usage, call);
            }
        }
        lines.forEach(line -> rest.merge(key(line), line, UsageLine::plus));
        rest.values().stream()
                .sorted(UsageLine.ORDER)
                .filter(line -> line.cost().signum() > 0)
                .forEach(line -> burn(moment, Reason.of(line, null), line.cost()));
        judge(moment, before);
    }

    private boolean concerns(CallUsage usage) {
        return usage.priced() || calls.get(usage.callId()) != null;
    }

    private static String key(UsageLine line) {
        return line.meter().slug() + " " + line.price().stripTrailingZeros().toPlainString();
    }

    /// Of a call that was captured only the difference is burned or given back. A call is met once:
    /// a second event of the same call is burned like any other.
    private void meet(Moment moment, CallUsage usage, Call call) {
        Reason reason = Reason.of(usage.line(), usage.callId());
        BigDecimal cost = usage.line().cost();
        BigDecimal captured = call.captured();
        if (captured == null) {
            calls.put(usage.callId(), call.usedBefore());
            burn(moment, reason, cost);
            return;
        }
        calls.put(usage.callId(), null);
        if (cost.compareTo(captured) >= 0) {
            burn(moment, reason, cost.subtract(captured));
        } else {
            giveBack(moment, reason, call, captured.subtract(cost));
        }
    }

    void held(Moment moment, String callId, UUID holdId) {
        calls.put(callId, Call.held(id, callId, holdId));
        changed(moment);
    }

    /// A call whose usage was burned already has paid.
    void capture(Moment moment, String callId, UUID holdId, BigDecimal amount) {
        Call call = calls.get(callId);
        activateDue(moment);
        BigDecimal before = settled;
        var reason = Reason.of("capture", callId, holdId.toString());
        if (call != null && call.used()) {
            calls.put(callId, null);
            book(moment, reason, BigDecimal.ZERO, Map.of());
        } else {
            Burn burned = burn(moment, reason, amount);
            Call open = call == null ? Call.held(id, callId, holdId) : call;
            calls.put(callId, open.captured(amount, burned.unpaid(), paid(burned)));
        }
        judge(moment, before);
    }

    void released(Moment moment, String callId) {
        calls.put(callId, null);
        changed(moment);
    }

    void watch(Moment moment, Collection<Threshold> thresholds) {
        cross(moment, alerts.watch(thresholds, settled, everHeld));
        changed(moment);
    }

    private Burn burn(Moment moment, Reason reason, BigDecimal amount) {
        Burn burned =
                Burn.of(
                        lots.values().stream()
                                .filter(lot -> lot.is(Lot.ACTIVE))
                                .map(Lot::forBurning)
                                .toList(),
                        amount,
                        moment.at());
        Map<UUID, BigDecimal> draws = new LinkedHashMap<>();
        burned.draws().forEach(draw -> draws.put(draw.lotId(), draw.amount().negate()));
        change(draws);
        bookOnly(moment, reason, burned.paid().negate(), burned.unpaid(), draws);
        return burned;
    }

    private static Map<UUID, BigDecimal> paid(Burn burned) {
        Map<UUID, BigDecimal> paid = new LinkedHashMap<>();
        for (Draw draw : burned.draws()) {
            paid.put(draw.lotId(), draw.amount());
        }
        return paid;
    }

    /// Overage is given back first, then the lots in the reverse of the order in which they paid.
    /// What is given back to a lot that has expired is gone at once; overage that a top-up has paid
    /// meanwhile comes back as a lot of its own.
    private void giveBack(Moment moment, Reason reason, Call call, BigDecimal amount) {
        BigDecimal forgiven = amount.min(call.overage()).min(overage);
        BigDecimal left = amount.subtract(forgiven);
        Map<UUID, BigDecimal> returned = new LinkedHashMap<>();
        List<Lot> order = call.draws().keySet().stream().map(lots::get).map(Wallet::known).toList();
        List<Lot> latestFirst =
                order.stream()
                        .sorted(
                                Comparator.comparing(Lot::forBurning, CreditLot.BURN_ORDER)
                                        .reversed())
                        .toList();
        for (Lot lot : latestFirst) {
            BigDecimal part = left.min(call.draws().getOrDefault(lot.lotId(), BigDecimal.ZERO));
            if (part.signum() > 0) {
                returned.put(lot.lotId(), part);
                left = left.subtract(part);
            }
        }
        if (left.signum() > 0) {
            Lot lot = Lot.returned(call, left, moment);
            lots.put(lot.lotId(), lot);
            returned.put(lot.lotId(), left);
        }
        change(returned);
        BigDecimal sum = returned.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        bookOnly(moment, reason, sum, forgiven.negate(), returned);
        returned.keySet().stream()
                .filter(lot -> known(lots.get(lot)).is(Lot.EXPIRED))
                .forEach(lot -> expireAgain(moment, lot));
    }

    private void expireAgain(Moment moment, UUID lotId) {
        Lot lot = known(lots.get(lotId));
        BigDecimal left = lot.remaining();
        lots.put(lotId, lot.over());
        bookOnly(
                moment,
                Reason.of("expiry", lotId.toString(), lot.note()),
                left.negate(),
                BigDecimal.ZERO,
                Map.of(lotId, left.negate()));
    }

    private static Lot known(@Nullable Lot lot) {
        if (lot == null) {
            throw new IllegalStateException("a lot that paid is not there");
        }
        return lot;
    }

    private void change(Map<UUID, BigDecimal> draws) {
        draws.forEach((lotId, change) -> lots.put(lotId, known(lots.get(lotId)).changedBy(change)));
    }

    /// Lots and overage change alike.
    private void pay(
            Moment moment, Reason reason, BigDecimal overageChange, Map<UUID, BigDecimal> draws) {
        change(draws);
        book(moment, reason, overageChange, draws);
    }

    private void book(
            Moment moment, Reason reason, BigDecimal overageChange, Map<UUID, BigDecimal> draws) {
        BigDecimal amount = draws.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        bookOnly(moment, reason, amount, overageChange, draws);
    }

    private void bookOnly(
            Moment moment,
            Reason reason,
            BigDecimal amount,
            BigDecimal overageChange,
            Map<UUID, BigDecimal> draws) {
        settled = settled.add(amount);
        overage = overage.add(overageChange);
        exhaustedAt = settled.signum() > 0 ? null : exhaustedAt;
        bookings.add(
                new Booking(
                        id.tenantId(),
                        id.customerId(),
                        moment.position(),
                        ordinal(moment),
                        reason.kind(),
                        moment.at(),
                        amount,
                        overageChange,
                        settled,
                        overage,
                        reason.meter(),
                        reason.quantity(),
                        reason.price(),
                        reason.reference(),
                        reason.note(),
                        draws));
        changed(moment);
    }

    private int ordinal(Moment moment) {
        int last = bookings.size() - 1;
        boolean isFirst = last < 0 || bookings.get(last).position() != moment.position();
        return isFirst ? 0 : bookings.get(last).ordinal() + 1;
    }

    private void changed(Moment moment) {
        position = moment.position();
    }

    private void judge(Moment moment, BigDecimal before) {
        if (settled.signum() == 0 && before.signum() > 0) {
            exhaustedAt = moment.at();
        }
        cross(moment, alerts.fell(before, settled));
        changed(moment);
    }

    private void cross(Moment moment, List<Threshold> crossed) {
        for (Threshold threshold : crossed) {
            boolean lowest = threshold.equals(crossed.getFirst());
            crossings.add(new Crossed(moment, threshold, settled, lowest));
        }
    }
}
