package io.tallystick.query.credits;

import io.tallystick.edge.wall.ShownCredits.Alert;
import io.tallystick.edge.wall.ShownCredits.Balance;
import io.tallystick.edge.wall.ShownCredits.Lot;
import io.tallystick.events.settings.Section.AiCredits;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The credits of a customer.
///
/// @param enabled whether usage is charged in credits
/// @param settled what is left of all lots that pay
/// @param held by active holds
/// @param available what may still be held: what is settled without what is held. Usage is never
///   refused, so it may be less than 0
/// @param overage what usage has cost beyond the balance; the next grant pays it first
/// @param lots those of which something is left, in the order in which they pay, 200 at most
/// @param alert when somebody is told that credits run low
/// @param asOf when it was read
/// @param position the log position that it includes
public record CreditsView(
        boolean enabled,
        String settled,
        String held,
        String available,
        String overage,
        List<LotItem> lots,
        AlertItem alert,
        Instant asOf,
        long position) {

    static final int LOTS_MAX = 200;

    /// Credits that were granted at once.
    ///
    /// @param id made by the server
    /// @param kind `paid`, `promotional`, or `returned` for what a call had cost too much
    /// @param priority the lower one pays first
    /// @param state `active`, or `scheduled` before `effectiveAt`
    /// @param amount what was granted
    /// @param remaining what is left
    /// @param effectiveAt from when on they pay
    /// @param expiresAt from when on they pay no more; null for never
    /// @param note what was noted
    public record LotItem(
            UUID id,
            String kind,
            int priority,
            String state,
            String amount,
            String remaining,
            Instant effectiveAt,
            @Nullable Instant expiresAt,
            @Nullable String note) {

        static LotItem of(Lot lot) {
            return new LotItem(
                    lot.lotId(),
                    lot.kind(),
                    lot.priority(),
                    lot.state(),
                    CreditText.of(lot.amount()),
                    CreditText.of(lot.remaining()),
                    lot.effectiveAt(),
                    lot.expiresAt(),
                    lot.note());
        }
    }

    /// When somebody is told that credits run low.
    ///
    /// @param enabled whether anybody is
    /// @param threshold the highest threshold; null for none
    /// @param state of that threshold: `armed`, or `fired` until a grant brings the balance above
    ///   it
    public record AlertItem(boolean enabled, @Nullable String threshold, @Nullable String state) {}

    static CreditsView of(AiCredits settings, Balance balance, Instant asOf) {
        return new CreditsView(
                settings.enabled(),
                CreditText.of(balance.settled()),
                CreditText.of(balance.held().add(balance.pending())),
                CreditText.of(balance.available()),
                CreditText.of(balance.overage()),
                balance.lots().stream().map(LotItem::of).toList(),
                alert(settings, balance.alerts()),
                asOf,
                balance.position());
    }

    private static AlertItem alert(AiCredits settings, List<Alert> alerts) {
        List<Alert> low = alerts.stream().filter(alert -> !alert.exhausted()).toList();
        boolean told = settings.enabled() && settings.notificationsEnabled();
        if (low.isEmpty()) {
            return new AlertItem(told, CreditText.orNull(settings.lowCreditThreshold()), null);
        }
        Alert highest = low.getLast();
        return new AlertItem(
                told, CreditText.of(highest.threshold()), highest.armed() ? "armed" : "fired");
    }
}
