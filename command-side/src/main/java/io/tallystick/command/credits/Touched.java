package io.tallystick.command.credits;

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
import io.tallystick.events.settings.SettingsEvent.AiCreditsChanged;
import java.util.Set;
import java.util.UUID;

/// What a page of the log concerns, so that it is loaded at once.
record Touched(Set<WalletId> wallets, Set<String> callIds, Set<UUID> lotIds) {

    void add(Object fact) {
        switch (fact) {
            case CreditEvent event -> {
                wallets.add(new WalletId(event.partnerId(), event.customerId()));
                addParts(event);
            }
            case AiCreditsChanged changed ->
                    wallets.add(new WalletId(changed.partnerId(), changed.customerId()));
            default -> {
                // Concerns no wallet.
            }
        }
    }

    private void addParts(CreditEvent event) {
        switch (event) {
            case CreditsHeld held -> callIds.add(held.callId());
            case CreditHoldExtended extended -> callIds.add(extended.callId());
            case CreditsCaptured captured -> callIds.add(captured.callId());
            case CreditsReleased released -> callIds.add(released.callId());
            case CreditsActivated activated -> lotIds.add(activated.lotId());
            case CreditsExpired expired -> lotIds.add(expired.lotId());
            case CreditsGranted _, CreditsDeducted _, LowCreditCrossed _, CreditsExhausted _ -> {
                // Names nothing that is there already.
            }
        }
    }
}
