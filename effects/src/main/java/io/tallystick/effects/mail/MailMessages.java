package io.tallystick.effects.mail;

import io.tallystick.edge.lookup.Logos;
import io.tallystick.edge.lookup.MailBrand;
import io.tallystick.edge.lookup.MailQueue.Due;
import io.tallystick.edge.lookup.MailSender;
import io.tallystick.edge.picture.Png;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/// Makes of a row of the outbox the message that leaves. Each attempt makes the same one, but for
/// the boundaries of its parts. The outbox has refused headers of more than one line; the library
/// would fold them.
@Component
final class MailMessages {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MailHtml html;
    private final Logos logos;

    MailMessages(MailHtml html, Logos logos) {
        this.html = html;
        this.logos = logos;
    }

    /// @param message empty, and gets everything
    /// @throws AddressException where nothing can be written to an address, now or later
    void fill(MimeMessage message, Due mail, SmtpServer server) throws MessagingException {
        var helper =
                new MimeMessageHelper(message, MimeMessageHelper.MULTIPART_MODE_RELATED, UTF_8);
        from(message, mail.from(), server);
        helper.setTo(address(mail.recipient()));
        helper.setSubject(mail.subject());
        helper.setSentDate(Date.from(mail.createdAt()));
        message.setHeader("Message-ID", "<" + mail.mailId() + "@" + server.domain() + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
        Png logo = logo(mail);
        helper.setText(mail.body(), html.of(mail, logo != null));
        if (logo != null) {
            helper.addInline("logo", new ByteArrayResource(logo.bytes()), "image/png");
        }
    }

    /// Where it is not our own address that a mail comes from, it says who sent it all the same.
    private static void from(MimeMessage message, MailSender from, SmtpServer server)
            throws MessagingException {
        String own = from.address();
        message.setFrom(named(address(own == null ? server.from() : own), from.name()));
        if (own != null) {
            message.setSender(address(server.from()));
        }
    }

    private static InternetAddress named(InternetAddress address, String name) {
        try {
            address.setPersonal(name, UTF_8);
            return address;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java has UTF-8", e);
        }
    }

    /// Exactly one, in letters that every mail server understands.
    static InternetAddress address(String text) throws AddressException {
        int at = text.lastIndexOf('@');
        String written = text.substring(0, at + 1) + host(text, text.substring(at + 1));
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(written)) {
            throw new AddressException("not ASCII before the @", text);
        }
        return new InternetAddress(written, true);
    }

    private static String host(String text, String host) throws AddressException {
        try {
            return IDN.toASCII(host);
        } catch (IllegalArgumentException noHost) {
            throw new AddressException("not the name of a host behind the @", text);
        }
    }

    private @Nullable Png logo(Due mail) {
        MailBrand brand = mail.brand();
        return Optional.ofNullable(brand.logo())
                .flatMap(sha256 -> logos.find(mail.tenantId(), sha256))
                .orElse(null);
    }
}
