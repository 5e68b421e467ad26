package io.tallystick.effects.mail;

import io.tallystick.edge.lookup.MailRoute;
import java.util.Optional;

/// The way out for mails.
///
/// @param server empty where none was named: then mails are kept
public record SmtpAccess(Optional<SmtpServer> server) implements MailRoute {

    public static final SmtpAccess NONE = new SmtpAccess(Optional.empty());

    @Override
    public boolean isOpen() {
        return server.isPresent();
    }
}
