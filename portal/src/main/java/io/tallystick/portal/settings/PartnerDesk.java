package io.tallystick.portal.settings;

import io.tallystick.command.Commands;
import io.tallystick.command.settings.ChangePartnerLogo;
import io.tallystick.command.settings.ChangePartnerSection;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.picture.PictureStudio;
import io.tallystick.edge.settings.PartnerSectionType;
import io.tallystick.edge.settings.PartnerSections;
import io.tallystick.edge.wall.ShownSettings;
import io.tallystick.portal.usage.PartnerPlace;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// The same commands as an API client's.
@Component
final class PartnerDesk {

    private final Commands commands;
    private final ShownSettings settings;
    private final PictureStudio studio;

    PartnerDesk(Commands commands, ShownSettings settings, PictureStudio studio) {
        this.commands = commands;
        this.settings = settings;
        this.studio = studio;
    }

    PartnerSections of(PartnerPlace place) {
        return settings.ofPartner(place.tenantId());
    }

    void change(
            PartnerPlace place,
            PartnerSectionType type,
            ObjectNode body,
            long seen,
            Caller caller,
            String requestId) {
        commands.send(
                ChangePartnerSection.of(place.tenantId(), seen, type, body), caller, requestId);
    }

    void changeLogo(
            PartnerPlace place,
            byte @Nullable [] upload,
            long seen,
            Caller caller,
            String requestId) {
        var logo = studio.logo(upload);
        commands.send(ChangePartnerLogo.of(place.tenantId(), seen, logo), caller, requestId);
    }
}
