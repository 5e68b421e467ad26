package io.tallystick.command.credits;

import io.tallystick.command.Facts;
import io.tallystick.command.credits.CreditRows.Balance;
import io.tallystick.command.credits.CreditRows.Hold;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.settings.Sections;
import io.tallystick.events.credits.CreditEvent.CreditHoldExtended;
import io.tallystick.events.credits.CreditEvent.CreditsCaptured;
import io.tallystick.events.credits.CreditEvent.CreditsDeducted;
import io.tallystick.events.credits.CreditEvent.CreditsGranted;
import io.tallystick.events.credits.CreditEvent.CreditsHeld;
import io.tallystick.events.credits.CreditEvent.CreditsReleased;
import io.tallystick.events.settings.Section.AiCredits;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/// Wallets are no aggregates: most of what happens to one is usage, which no command decides. What
/// commands decide they decide behind the lock of the wallet, which the ledger takes as well.
@Component
class CreditCommands {

    private static final String ACTIVE = "active";

    private final CreditRows rows;
    private final Sections sections;
    private final Facts facts;

    CreditCommands(CreditRows rows, Sections sections, Facts facts) {
        this.rows = rows;
        this.sections = sections;
        this.facts = facts;
    }

    /// The ledger makes a lot of it.
    @CommandHandler
    void decide(GrantCredits command) {
        facts.publish(
                new CreditsGranted(
                        command.lotId(),
                        command.customerId(),
                        command.tenantId(),
                        command.amount(),
                        command.kind(),
                        command.priority(),
                        command.effectiveAt(),
                        command.expiresAt(),
                        command.note()),
                command.tenantId());
    }

    @CommandHandler
    void decide(DeductCredits command) {
        var wallet = new WalletId(command.tenantId(), command.customerId());
        rows.lock(wallet);
        BigDecimal free = rows.balance(wallet).free().add(settings(wallet).overdraft());
        boolean isBelow = free.compareTo(command.amount()) < 0;
        if (isBelow && !command.override()) {
            throw CreditProblem.belowFloor(free);
        }
        rows.pend(wallet, command.deductionId(), command.amount());
        facts.publish(
                new CreditsDeducted(
                        command.deductionId(),
                        command.customerId(),
                        command.tenantId(),
                        command.amount(),
                        command.reason(),
                        isBelow),
                command.tenantId());
    }

    @CommandHandler
    Hold decide(HoldCredits command) {
        var wallet = new WalletId(command.tenantId(), command.customerId());
        rows.lock(wallet);
        AiCredits settings = settings(wallet);
        if (!settings.enabled()) {
            throw CreditProblem.disabled();
        }
        require(rows.balance(wallet).free().add(settings.overdraft()), command.amount());
        Instant expiresAt =
                rows.hold(
                                wallet,
                                command.holdId(),
                                command.callId(),
                                command.amount(),
                                command.ttlSeconds())
                        .orElseThrow(CreditProblem::callHeld);
        facts.publish(
                new CreditsHeld(
                        command.holdId(),
                        command.customerId(),
                        command.tenantId(),
                        command.callId(),
                        command.amount(),
                        expiresAt),
                command.tenantId());
        return new Hold(
                command.tenantId(),
                command.customerId(),
                command.holdId(),
                command.callId(),
                command.amount(),
                null,
                expiresAt,
                ACTIVE);
    }

    private static void require(BigDecimal free, BigDecimal amount) {
        if (free.compareTo(amount) < 0) {
            throw CreditProblem.insufficient(free);
        }
    }

    /// A running call of a customer that has nothing left goes on for the seconds that are set.
    @CommandHandler
    Hold decide(ExtendHold command) {
        var wallet = new WalletId(command.tenantId(), command.customerId());
        rows.lock(wallet);
        Hold hold = active(wallet, command.holdId());
        AiCredits settings = settings(wallet);
        if (!settings.enabled()) {
            throw CreditProblem.disabled();
        }
        Balance balance = rows.balance(wallet);
        BigDecimal free = balance.free().add(settings.overdraft());
        Duration grace = Duration.ofSeconds(settings.graceSeconds());
        boolean isSpared =
                balance.exhaustedFor() != null && balance.exhaustedFor().compareTo(grace) < 0;
        if (!isSpared) {
            require(free, command.more());
        }
        Hold extended = rows.extend(hold, hold.amount().add(command.more()), command.ttlSeconds());
        facts.publish(
                new CreditHoldExtended(
                        hold.holdId(),
                        hold.customerId(),
                        hold.tenantId(),
                        hold.callId(),
                        extended.amount(),
                        extended.expiresAt()),
                command.tenantId());
        return extended;
    }

    @CommandHandler
    Hold decide(CaptureHold command) {
        var wallet = new WalletId(command.tenantId(), command.customerId());
        rows.lock(wallet);
        Hold hold = active(wallet, command.holdId());
        BigDecimal amount = command.amount() == null ? hold.amount() : command.amount();
        if (amount.compareTo(hold.amount()) > 0) {
            throw CreditProblem.moreThanHeld(hold.amount());
        }
        rows.end(hold, "captured", amount);
        rows.pend(wallet, hold.holdId(), amount);
        facts.publish(
                new CreditsCaptured(
                        hold.holdId(), hold.customerId(), hold.tenantId(), hold.callId(), amount),
                command.tenantId());
        return hold.now("captured", amount);
    }

    @CommandHandler
    Hold decide(ReleaseHold command) {
        var wallet = new WalletId(command.tenantId(), command.customerId());
        rows.lock(wallet);
        Hold hold = active(wallet, command.holdId());
        rows.end(hold, "released", null);
        facts.publish(
                new CreditsReleased(
                        hold.holdId(), hold.customerId(), hold.tenantId(), hold.callId(), false),
                command.tenantId());
        return hold.now("released", null);
    }

    private Hold active(WalletId wallet, UUID holdId) {
        Hold hold = rows.find(wallet, holdId).orElseThrow(() -> ApiProblem.notFound("hold"));
        if (!hold.state().equals(ACTIVE)) {
            throw CreditProblem.ended(hold.state());
        }
        return hold;
    }

    private AiCredits settings(WalletId wallet) {
        return sections.of(wallet.tenantId(), wallet.customerId()).of(AiCredits.class);
    }
}
