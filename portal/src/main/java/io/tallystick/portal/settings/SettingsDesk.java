package io.tallystick.portal.settings;

import io.tallystick.command.Commands;
import io.tallystick.command.settings.ChangeSection;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.settings.CustomerSections;
import io.tallystick.edge.settings.SectionType;
import io.tallystick.edge.settings.Sections;
import io.tallystick.portal.usage.CustomerPlace;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// The same command and the same look-up as an API client's.
@Component
final class SettingsDesk {

    private final Commands commands;
    private final Sections sections;

    SettingsDesk(Commands commands, Sections sections) {
        this.commands = commands;
        this.sections = sections;
    }

    CustomerSections of(CustomerPlace place) {
        return sections.of(place.tenantId(), place.customerId());
    }

    void change(
            CustomerPlace place,
            SectionType type,
            ObjectNode body,
            long seen,
            Caller caller,
            String requestId) {
        commands.send(
                ChangeSection.of(place.tenantId(), place.customerId(), seen, type, body),
                caller,
                requestId);
    }
}
