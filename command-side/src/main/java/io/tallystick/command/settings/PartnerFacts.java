package io.tallystick.command.settings;

import io.tallystick.edge.settings.PartnerSections;
import io.tallystick.events.settings.PartnerSection;
import io.tallystick.events.settings.PartnerSettingsEvent;
import io.tallystick.events.settings.PartnerSettingsEvent.PartnerAddOnsChanged;
import io.tallystick.events.settings.PartnerSettingsEvent.PartnerBrandingChanged;
import io.tallystick.events.settings.PartnerSettingsEvent.PartnerSenderChanged;
import io.tallystick.events.settings.PartnerSettingsEvent.PartnerStorageChanged;
import java.util.UUID;

/// Sections of partners as facts, and back.
final class PartnerFacts {

    private PartnerFacts() {}

    static PartnerSettingsEvent of(UUID partnerId, PartnerSection before, PartnerSection after) {
        return switch (after) {
            case PartnerSection.Branding branding ->
                    new PartnerBrandingChanged(
                            partnerId, (PartnerSection.Branding) before, branding);
            case PartnerSection.Sender sender ->
                    new PartnerSenderChanged(partnerId, (PartnerSection.Sender) before, sender);
            case PartnerSection.AddOns addOns ->
                    new PartnerAddOnsChanged(partnerId, (PartnerSection.AddOns) before, addOns);
        };
    }

    static PartnerSections after(PartnerSections before, PartnerSettingsEvent fact) {
        return switch (fact) {
            case PartnerBrandingChanged(_, _, var after) -> before.with(after);
            case PartnerSenderChanged(_, _, var after) -> before.with(after);
            case PartnerAddOnsChanged(_, _, var after) -> before.with(after);
            case PartnerStorageChanged _ -> before.later();
        };
    }
}
