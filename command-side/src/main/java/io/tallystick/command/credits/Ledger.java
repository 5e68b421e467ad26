package io.tallystick.command.credits;

import io.tallystick.command.credits.Alerts.Threshold;
import io.tallystick.command.credits.LedgerTables.Crossing;
import io.tallystick.events.credits.CreditEvent;
import io.tallystick.events.credits.CreditEvent.CreditHoldExtended;
import io.tallystick.events.credits.CreditEvent.CreditsActivated;
import io.tallystick.events.credits.CreditEvent.CreditsCaptured;
import io.tallystick.events.credits.CreditEvent.CreditsDeducted;
import io.tallystick.events.credits.CreditEvent.CreditsExhausted;
import io.tallystick.events.credits.CreditEvent.CreditsExpired;
import io.tallystick.events.credits.CreditEvent.CreditsGranted;
import io.tallystick.events.credits.CreditEvent.CreditsHeld;
import io.tallystick.events.credits.CreditEvent.CreditsReleased;
import io.tallystick.events.credits.CreditEvent.LowCreditCrossed;
import io.tallystick.events.settings.Section;
import io.tallystick.events.settings.SettingsEvent.AiCreditsChanged;
import io.tallystick.eventstore.DerivedFacts.Derived;
import io.tallystick.eventstore.LogPages.Entry;
import io.tallystick.eventstore.usage.UsageChunk;
import io.tallystick.eventstore.usage.UsageReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Burns, expires and crosses in the order of the log. It computes from entries and its own tables
/// alone, so that another run over the same log ends with the same rows and derives the same facts.
final class Ledger {

    private final LedgerTables tables;
    private final TermsBook terms;
    private final UsageReader usage;

    Ledger(LedgerTables tables, UsageReader usage) {
        this.tables = tables;
        this.terms = new TermsBook(tables);
        this.usage = usage;
    }

    /// Called in a transaction, which also moves the ledger's position.
    ///
    /// @return what follows from the page, in the order of its causes
    List<Derived> apply(List<Entry> page) {
        terms.keep(page);
        terms.refresh();
        ChunkFold fold = fold(page);
        var touched = new Touched(fold.wallets(), new HashSet<>(fold.callIds()), new HashSet<>());
        page.forEach(entry -> touched.add(entry.message().getPayload()));
        if (touched.wallets().isEmpty()) {
            return List.of();
        }
        Map<WalletId, Wallet> wallets =
                tables.load(touched.wallets(), touched.callIds(), touched.lotIds());
        List<Crossing> told = new ArrayList<>();
        for (Entry entry : page) {
            apply(entry, fold, wallets, told);
        }
        tables.save(wallets);
        tables.keepCrossings(told);
        return crossings(wallets.values());
    }

    private ChunkFold fold(List<Entry> page) {
        Set<UUID> callers = tables.callers();
        List<UsageChunk> chunks = new ArrayList<>();
        for (Entry entry : page) {
            switch (entry.message().getPayload()) {
                case UsageChunk chunk -> chunks.add(chunk);
                case CreditsHeld held -> callers.add(held.customerId());
                default -> {
                    // Says nothing of usage.
                }
            }
        }
        var fold = new ChunkFold(terms::of, callers);
        if (!terms.isEmpty() || !callers.isEmpty()) {
            usage.forEachSlice(chunks, shard -> true, fold::add);
        }
        return fold;
    }

    private static void apply(
            Entry entry, ChunkFold fold, Map<WalletId, Wallet> wallets, List<Crossing> told) {
        var moment = new Moment(entry.position(), entry.recordedAt());
        switch (entry.message().getPayload()) {
            case UsageChunk _ ->
                    fold.at(entry.position())
                            .forEach((id, spent) ->
                                    wallet(wallets, id)
                                            .use(moment, spent.lines(), spent.ofCalls()));
            case CreditEvent event ->
                    apply(
                            event,
                            moment,
                            wallet(wallets, new WalletId(event.partnerId(), event.customerId())),
                            told);
            case AiCreditsChanged changed ->
                    wallet(wallets, new WalletId(changed.partnerId(), changed.customerId()))
                            .watch(moment, watched(changed.after()));
            default -> {
                // Concerns no wallet.
            }
        }
    }

    private static Wallet wallet(Map<WalletId, Wallet> wallets, WalletId id) {
        Wallet wallet = wallets.get(id);
        if (wallet == null) {
            throw new IllegalStateException("the wallet " + id + " was not loaded");
        }
        return wallet;
    }

    private static void apply(
            CreditEvent event, Moment moment, Wallet wallet, List<Crossing> told) {
        switch (event) {
            case CreditsGranted granted -> wallet.grant(moment, Lot.of(granted, moment));
            case CreditsDeducted deducted ->
                    wallet.deduct(
                            moment, deducted.deductionId(), deducted.amount(), deducted.reason());
            case CreditsHeld held -> wallet.held(moment, held.callId(), held.holdId());
            case CreditHoldExtended _ -> {
                // The hold's row has it; nothing is spent by it.
            }
            case CreditsCaptured captured ->
                    wallet.capture(moment, captured.callId(), captured.holdId(), captured.amount());
            case CreditsReleased released -> wallet.released(moment, released.callId());
            case CreditsActivated activated -> wallet.activate(moment, activated.lotId());
            case CreditsExpired expired -> wallet.expire(moment, expired.lotId());
            case LowCreditCrossed crossed ->
                    told.add(
                            crossing(event, moment, false, crossed.threshold(), crossed.balance()));
            case CreditsExhausted _ ->
                    told.add(crossing(event, moment, true, BigDecimal.ZERO, BigDecimal.ZERO));
        }
    }

    private static Crossing crossing(
            CreditEvent event,
            Moment moment,
            boolean exhausted,
            BigDecimal threshold,
            BigDecimal balance) {
        return new Crossing(
                event.partnerId(),
                event.customerId(),
                moment.position(),
                exhausted,
                threshold,
                balance,
                moment.at());
    }

    private static Collection<Threshold> watched(Section.AiCredits credits) {
        Set<Threshold> watched = new HashSet<>();
        if (credits.enabled() && credits.notificationsEnabled()) {
            watched.add(Threshold.EXHAUSTED);
            if (credits.lowCreditThreshold() != null) {
                watched.add(new Threshold(false, credits.lowCreditThreshold()));
            }
            credits.furtherThresholds().forEach(each -> watched.add(new Threshold(false, each)));
        }
        return watched;
    }

    private static List<Derived> crossings(Collection<Wallet> wallets) {
        return wallets.stream()
                .flatMap(wallet -> wallet.crossings().stream().map(each -> derived(wallet, each)))
                .sorted(Comparator.comparing(Ledger::causePosition))
                .toList();
    }

    private static long causePosition(Derived derived) {
        return switch (derived.fact()) {
            case LowCreditCrossed crossed -> crossed.causePosition();
            case CreditsExhausted exhausted -> exhausted.causePosition();
            default -> 0;
        };
    }

    private static Derived derived(Wallet wallet, Wallet.Crossed crossed) {
        UUID tenant = wallet.row().tenantId();
        UUID customer = wallet.row().customerId();
        long cause = crossed.moment().position();
        Threshold threshold = crossed.threshold();
        CreditEvent fact =
                threshold.exhausted()
                        ? new CreditsExhausted(customer, tenant, cause)
                        : new LowCreditCrossed(
                                customer,
                                tenant,
                                threshold.value(),
                                crossed.balance(),
                                crossed.lowest(),
                                cause);
        String name =
                "credit-alert/%s/%s/%s/%d"
                        .formatted(
                                tenant,
                                customer,
                                threshold.exhausted()
                                        ? "exhausted"
                                        : threshold.value().toPlainString(),
                                cause);
        return Derived.of(name, fact, tenant, crossed.moment().at());
    }

    /// After a page was rolled back nothing that it had learned is known.
    void forget() {
        terms.forget();
    }
}
