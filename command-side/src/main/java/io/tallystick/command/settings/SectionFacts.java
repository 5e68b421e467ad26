package io.tallystick.command.settings;

import io.tallystick.events.settings.Section;
import io.tallystick.events.settings.SettingsEvent;
import io.tallystick.events.settings.SettingsEvent.ApiLimitsChanged;
import io.tallystick.events.settings.SettingsEvent.FeaturesChanged;
import io.tallystick.events.settings.SettingsEvent.MenuChanged;
import io.tallystick.events.settings.SettingsEvent.PortalChanged;
import io.tallystick.events.settings.SettingsEvent.TeamChanged;
import java.util.UUID;

/// Sections as facts, and back. The compiler asks here for every section and every fact.
final class SectionFacts {

    private SectionFacts() {}

    static SettingsEvent of(UUID customerId, UUID partnerId, Section before, Section after) {
        return switch (after) {
            case Section.Portal portal ->
                    new PortalChanged(customerId, partnerId, (Section.Portal) before, portal);
            case Section.Features features ->
                    new FeaturesChanged(customerId, partnerId, (Section.Features) before, features);
            case Section.Menu menu ->
                    new MenuChanged(customerId, partnerId, (Section.Menu) before, menu);
            case Section.Team(var enabled, var max) ->
                    new TeamChanged(customerId, partnerId, enabled, max);
            case Section.ApiLimits(var tier, var requestsPerMinute) ->
                    new ApiLimitsChanged(customerId, partnerId, tier, requestsPerMinute);
        };
    }

    static Section after(SettingsEvent fact) {
        return switch (fact) {
            case PortalChanged changed -> changed.after();
            case FeaturesChanged changed -> changed.after();
            case MenuChanged changed -> changed.after();
            case TeamChanged(_, _, var enabled, var max) -> new Section.Team(enabled, max);
            case ApiLimitsChanged(_, _, var tier, var requestsPerMinute) ->
                    new Section.ApiLimits(tier, requestsPerMinute);
        };
    }
}
