package io.tallystick.projections.audit;

import static io.tallystick.events.audit.LogType.DATA_CHANGE;

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
import java.math.BigDecimal;
import java.util.UUID;

/// Tells of credits.
final class CreditSentences {

    private CreditSentences() {}

    static Story of(CreditEvent event) {
        return switch (event) {
            case CreditsGranted granted ->
                    about(event, "credit_lot", granted.lotId())
                            .called(text(granted.amount()) + " credits")
                            .set("amount", text(granted.amount()))
                            .set("kind", granted.kind())
                            .set("priority", granted.priority())
                            .set("effectiveAt", granted.effectiveAt())
                            .set("expiresAt", granted.expiresAt())
                            .set("note", granted.note())
                            .says(
                                    "%s %s credits were granted."
                                            .formatted(text(granted.amount()), granted.kind()));
            case CreditsDeducted deducted ->
                    about(event, "credit_deduction", deducted.deductionId())
                            .called(text(deducted.amount()) + " credits")
                            .set("amount", text(deducted.amount()))
                            .set("reason", deducted.reason())
                            .set("overridden", deducted.overridden())
                            .says(
                                    "%s credits were deducted: %s"
                                            .formatted(text(deducted.amount()), deducted.reason()));
            case CreditsHeld held ->
                    hold(event, held.holdId(), held.callId())
                            .set("amount", text(held.amount()))
                            .set("state", "active")
                            .says(
                                    "%s credits were held for the call %s."
                                            .formatted(text(held.amount()), held.callId()));
            case CreditHoldExtended extended ->
                    hold(event, extended.holdId(), extended.callId())
                            .set("amount", text(extended.amount()))
                            .says(
                                    "The hold of the call %s goes on with %s credits."
                                            .formatted(extended.callId(), text(extended.amount())));
            case CreditsCaptured captured ->
                    hold(event, captured.holdId(), captured.callId())
                            .set("captured", text(captured.amount()))
                            .set("state", "captured")
                            .says(
                                    "%s credits were captured for the call %s."
                                            .formatted(text(captured.amount()), captured.callId()));
            case CreditsReleased released ->
                    hold(event, released.holdId(), released.callId())
                            .set("state", released.expired() ? "expired" : "released")
                            .says(
                                    released.expired()
                                            ? "The hold of the call %s expired."
                                                    .formatted(released.callId())
                                            : "The hold of the call %s was released."
                                                    .formatted(released.callId()));
            case CreditsActivated activated ->
                    about(event, "credit_lot", activated.lotId())
                            .set("state", "active")
                            .says(it -> "%s are effective.".formatted(it.label()));
            case CreditsExpired expired ->
                    about(event, "credit_lot", expired.lotId())
                            .set("state", "expired")
                            .says(it -> "What was left of %s expired.".formatted(it.label()));
            case LowCreditCrossed crossed ->
                    about(event, "credits", crossed.customerId())
                            .set("crossed", text(crossed.threshold()))
                            .set("balance", text(crossed.balance()))
                            .says(
                                    "The credits fell to %s, which is not above %s."
                                            .formatted(
                                                    text(crossed.balance()),
                                                    text(crossed.threshold())));
            case CreditsExhausted exhausted ->
                    about(event, "credits", exhausted.customerId())
                            .set("balance", "0")
                            .says("No credits are left.");
        };
    }

    private static Story hold(CreditEvent event, UUID holdId, String callId) {
        return about(event, "credit_hold", holdId).called(callId);
    }

    private static Story about(CreditEvent event, String type, UUID id) {
        return Story.about(DATA_CHANGE, event.partnerId(), event.customerId(), type, id);
    }

    private static String text(BigDecimal amount) {
        return amount.toPlainString();
    }
}
