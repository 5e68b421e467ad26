package io.tallystick.command.credits;

import io.tallystick.command.group.LogWork;
import io.tallystick.events.credits.CreditEvent.CreditsActivated;
import io.tallystick.events.credits.CreditEvent.CreditsCaptured;
import io.tallystick.events.credits.CreditEvent.CreditsDeducted;
import io.tallystick.events.credits.CreditEvent.CreditsExpired;
import io.tallystick.events.credits.CreditEvent.CreditsReleased;
import io.tallystick.eventstore.DerivedFacts.Derived;
import io.tallystick.eventstore.LogPages.Entry;
import io.tallystick.eventstore.usage.UsageReader;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The group that keeps the ledger, and what commands left for it: what they have taken is pending
/// until it is booked.
@Component
final class CreditLedger implements LogWork {

    static final String NAME = "credits";

    private final Ledger ledger;
    private final CreditRows rows;

    CreditLedger(JdbcClient jdbc, UsageReader usage, CreditRows rows) {
        this.ledger = new Ledger(new LedgerTables(jdbc, "work"), usage);
        this.rows = rows;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Derived> apply(List<Entry> page) {
        List<Derived> follows = ledger.apply(page);
        List<UUID> booked = new ArrayList<>();
        for (Entry entry : page) {
            switch (entry.message().getPayload()) {
                case CreditsDeducted deducted -> booked.add(deducted.deductionId());
                case CreditsCaptured captured -> booked.add(captured.holdId());
                default -> {
                    // Nothing was pending for it.
                }
            }
        }
        rows.booked(booked);
        return follows;
    }

    /// What time alone brings: lots that begin and end, holds that end.
    @Override
    public List<Derived> idle() {
        List<Derived> follows = new ArrayList<>();
        rows.begun()
                .forEach(lot ->
                        follows.add(
                                Derived.of(
                                        "credits-activated/" + lot.lotId(),
                                        new CreditsActivated(
                                                lot.lotId(), lot.customerId(), lot.tenantId()),
                                        lot.tenantId(),
                                        lot.at())));
        rows.ended()
                .forEach(lot ->
                        follows.add(
                                Derived.of(
                                        "credits-expired/" + lot.lotId(),
                                        new CreditsExpired(
                                                lot.lotId(), lot.customerId(), lot.tenantId()),
                                        lot.tenantId(),
                                        lot.at())));
        rows.expireHolds()
                .forEach(hold ->
                        follows.add(
                                Derived.of(
                                        "hold-expired/" + hold.holdId(),
                                        new CreditsReleased(
                                                hold.holdId(),
                                                hold.customerId(),
                                                hold.tenantId(),
                                                hold.callId(),
                                                true),
                                        hold.tenantId(),
                                        hold.expiresAt())));
        return follows;
    }

    @Override
    public void forget() {
        ledger.forget();
    }
}
