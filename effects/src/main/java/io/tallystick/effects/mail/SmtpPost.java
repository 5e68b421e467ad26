package io.tallystick.effects.mail;

import io.tallystick.edge.lookup.MailQueue.Due;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// Hands mails to one server, each over a connection of its own. Waiting is bounded at each step,
/// so that a server that hangs is a failure like any other.
final class SmtpPost {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpPost.class);

    private final SmtpServer server;
    private final MailMessages messages;
    private final JavaMailSenderImpl sender;

    /// @param patience for a connection, and for each answer
    SmtpPost(SmtpServer server, MailMessages messages, Duration patience) {
        this.server = server;
        this.messages = messages;
        this.sender = sender(server, patience.toMillis());
    }

    /// @return empty once the server has taken it
    Optional<SmtpFailure> send(Due mail) {
        try {
            MimeMessage message = sender.createMimeMessage();
            messages.fill(message, mail, server);
            sender.send(message);
            return Optional.empty();
        } catch (MailException | MessagingException failure) {
            return Optional.of(SmtpFailure.of(failure));
        } catch (RuntimeException ours) {
            LOG.warn("{} could not be made or handed over", mail, ours);
            return Optional.of(new SmtpFailure(false, "The mail could not be made."));
        }
    }

    private static JavaMailSenderImpl sender(SmtpServer server, long patienceMilliseconds) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(server.host());
        sender.setPort(server.port());
        sender.setUsername(server.user());
        sender.setPassword(server.password());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        sender.setJavaMailProperties(properties(server, patienceMilliseconds));
        return sender;
    }

    private static Properties properties(SmtpServer server, long patienceMilliseconds) {
        boolean encrypted = server.isEncryptedFromTheBeginning();
        boolean known = server.user() != null;
        var set = new Properties();
        for (String limit : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            set.setProperty("mail.smtp." + limit, Long.toString(patienceMilliseconds));
        }
        // What cannot be delivered comes back to us, whomever it says that it comes from.
        set.setProperty("mail.smtp.from", server.from());
        set.setProperty("mail.smtp.auth", Boolean.toString(known));
        set.setProperty("mail.smtp.ssl.enable", Boolean.toString(encrypted));
        set.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        set.setProperty("mail.smtp.starttls.enable", Boolean.toString(!encrypted));
        set.setProperty("mail.smtp.starttls.required", Boolean.toString(known && !encrypted));
        return set;
    }
}
