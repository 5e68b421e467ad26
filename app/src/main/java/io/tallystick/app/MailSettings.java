package io.tallystick.app;

import io.tallystick.app.database.StartRefusedException;
import io.tallystick.edge.text.EmailAddress;
import io.tallystick.effects.mail.SmtpAccess;
import io.tallystick.effects.mail.SmtpServer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which mail server an operator has named, if any.
final class MailSettings {

    static final String HOST = "TALLYSTICK_SMTP_HOST";
    static final String PORT = "TALLYSTICK_SMTP_PORT";
    static final String USER = "TALLYSTICK_SMTP_USER";
    static final String PASSWORD = "TALLYSTICK_SMTP_PASSWORD";
    static final String FROM = "TALLYSTICK_SMTP_FROM";

    /// Where servers take mails of those whom they know.
    private static final int SUBMISSION = 587;

    private static final int PORT_MAX = 65_535;

    private MailSettings() {}

    static SmtpAccess of(Function<String, @Nullable String> environment) {
        Optional<String> host = value(environment, HOST);
        Optional<String> user = value(environment, USER);
        Optional<String> password = value(environment, PASSWORD);
        if (host.isEmpty() && (user.isPresent() || password.isPresent())) {
            throw new StartRefusedException(
                    (user.isPresent() ? USER : PASSWORD) + " is set, but " + HOST + " is not.");
        }
        if (user.isPresent() != password.isPresent()) {
            throw new StartRefusedException(
                    "Of " + USER + " and " + PASSWORD + " one is set and the other is not.");
        }
        return new SmtpAccess(
                host.map(name ->
                        new SmtpServer(
                                name,
                                port(value(environment, PORT)),
                                user.orElse(null),
                                password.orElse(null),
                                from(value(environment, FROM)))));
    }

    private static int port(Optional<String> text) {
        try {
            int port = text.map(Integer::parseInt).orElse(SUBMISSION);
            if (port >= 1 && port <= PORT_MAX) {
                return port;
            }
        } catch (NumberFormatException noNumber) {
            // It is refused below.
        }
        throw new StartRefusedException(PORT + " must be a number from 1 to " + PORT_MAX + ".");
    }

    private static String from(Optional<String> text) {
        return text.filter(address ->
                        EmailAddress.isOne(address)
                                && StandardCharsets.US_ASCII.newEncoder().canEncode(address))
                .orElseThrow(() ->
                        new StartRefusedException(
                                FROM
                                        + " must be the address that mails come from, such as usage@example.com."));
    }

    /// Compose files hand down empty strings for what is not set.
    private static Optional<String> value(
            Function<String, @Nullable String> environment, String name) {
        return Optional.ofNullable(environment.apply(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
