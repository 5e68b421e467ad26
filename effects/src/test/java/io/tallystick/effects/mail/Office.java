package io.tallystick.effects.mail;

import io.tallystick.edge.lookup.Logos;
import io.tallystick.edge.lookup.MailBrand;
import io.tallystick.edge.lookup.MailQueue;
import io.tallystick.edge.lookup.MailRoute;
import io.tallystick.edge.lookup.MailSender;
import io.tallystick.edge.lookup.Outbox;
import io.tallystick.edge.lookup.Outbox.Mail;
import io.tallystick.edge.lookup.Partners;
import io.tallystick.edge.lookup.Team;
import io.tallystick.effects.delivery.RetrySchedule;
import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.testing.TestDatabase.Schema;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An outbox on a database of its own, and those who send from it.
final class Office implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-03T15:00:00Z");
    static final String PAGES = "https://usage.example.com/";
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /// Long enough for a busy machine; a server that hangs is waited for once.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final TestDatabase database = TestDatabase.with(Schema.EVENT_LOG, Schema.WORK);
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final AnnotationConfigApplicationContext beans =
            new AnnotationConfigApplicationContext();
    private boolean open = true;

    Office() {
        beans.registerBean(JdbcClient.class, () -> jdbc);
        beans.registerBean(MailRoute.class, () -> () -> open);
        beans.registerBean(OwnPages.class, () -> () -> URI.create(PAGES));
        beans.register(
                Outbox.class, MailQueue.class, Logos.class, MailHtml.class, MailMessages.class);
        beans.refresh();
    }

    void closeTheWay() {
        open = false;
    }

    Outbox outbox() {
        return beans.getBean(Outbox.class);
    }

    MailQueue queue() {
        return beans.getBean(MailQueue.class);
    }

    Logos logos() {
        return beans.getBean(Logos.class);
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    SmtpPost post(int port) {
        var server = new SmtpServer("127.0.0.1", port, null, null, "usage@tallystick.example");
        return new SmtpPost(server, beans.getBean(MailMessages.class), PATIENCE);
    }

    MailDelivery sender(int port) {
        return sender(port, MailDelivery.RETRIES);
    }

    MailDelivery sender(int port, RetrySchedule retries) {
        return new MailDelivery(queue(), Optional.of(post(port)), clock(), retries);
    }

    MailDelivery senderWithoutServer() {
        return new MailDelivery(queue(), Optional.empty(), clock(), MailDelivery.RETRIES);
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    static final Team PARTNER = new Team(Partners.DEFAULT, null);
    static final MailSender HERON = new MailSender("Heron Billing", null);
    static final MailBrand BRAND = new MailBrand("Heron", "#aa2200", null);

    /// @return its id
    UUID write(String recipient) {
        return write(recipient, HERON, BRAND, "Hello", "Hello.\n", NEVER);
    }

    UUID write(
            String recipient,
            MailSender from,
            MailBrand brand,
            String subject,
            String body,
            Instant secretUntil) {
        return write(PARTNER, recipient, from, brand, subject, body, secretUntil);
    }

    UUID write(
            Team team,
            String recipient,
            MailSender from,
            MailBrand brand,
            String subject,
            String body,
            Instant secretUntil) {
        UUID id = UUID.randomUUID();
        outbox().keep(
                        new Mail(
                                team,
                                id,
                                id,
                                "test",
                                from,
                                brand,
                                recipient,
                                subject,
                                body,
                                NOW,
                                secretUntil));
        return id;
    }

    /// As if the rest or the lease had passed.
    void waitLongEnough() {
        jdbc.sql("update work.outbox set next_at = now() where state = 'waiting'").update();
    }

    /// `state, attempts, last error`.
    String state(UUID mail) {
        return jdbc.sql(
                        """
                        select concat_ws(', ', state, attempts, last_error) from work.outbox where mail_id = :mail
                        """)
                .param("mail", mail)
                .query(String.class)
                .single();
    }

    List<Map<String, @Nullable Object>> rows() {
        return jdbc.sql("select * from work.outbox").query().listOfRows();
    }

    static MimeMessage read(String taken) throws MessagingException {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(taken.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        beans.close();
        database.close();
    }
}
