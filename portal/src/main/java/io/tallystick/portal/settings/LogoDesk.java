package io.tallystick.portal.settings;

import io.tallystick.command.Commands;
import io.tallystick.command.settings.ChangeLogo;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.picture.PictureStudio;
import io.tallystick.portal.usage.CustomerPlace;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The same command as an API client's.
@Component
final class LogoDesk {

    private final Commands commands;
    private final PictureStudio studio;

    LogoDesk(Commands commands, PictureStudio studio) {
        this.commands = commands;
        this.studio = studio;
    }

    void change(
            CustomerPlace place,
            byte @Nullable [] upload,
            long seen,
            Caller caller,
            String requestId) {
        var logo = studio.logo(upload);
        commands.send(
                ChangeLogo.of(place.tenantId(), place.customerId(), seen, logo), caller, requestId);
    }
}
