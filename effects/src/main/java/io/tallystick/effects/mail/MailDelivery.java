package io.tallystick.effects.mail;

import io.tallystick.edge.lookup.MailQueue;
import io.tallystick.edge.lookup.MailQueue.Due;
import io.tallystick.effects.delivery.DeliveryWork;
import io.tallystick.effects.delivery.RetrySchedule;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Sends the mails of the outbox, each at least once: who is killed between the server's answer and
/// the row sends it again, with the same id.
@Component
final class MailDelivery implements DeliveryWork {

    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);

    /// Each has a connection of its own, and servers count them.
    static final int AT_ONCE_MAX = 8;

    /// For a connection and for each answer.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// A mail takes about ten answers, so whoever is at work has ended before.
    private static final Duration LEASE = Duration.ofMinutes(5);

    /// A little less than 28 hours in all.
    static final RetrySchedule RETRIES =
            RetrySchedule.of(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(30),
                    Duration.ofHours(1),
                    Duration.ofHours(2),
                    Duration.ofHours(4),
                    Duration.ofHours(8),
                    Duration.ofHours(12));

    private final MailQueue queue;
    private final Optional<SmtpPost> post;
    private final Clock clock;
    private final RetrySchedule retries;

    @Autowired
    MailDelivery(MailQueue queue, SmtpAccess access, MailMessages messages, Clock clock) {
        this(
                queue,
                access.server().map(server -> new SmtpPost(server, messages, PATIENCE)),
                clock,
                RETRIES);
    }

    /// @param post empty where no server was named: then nothing is taken from the queue
    MailDelivery(MailQueue queue, Optional<SmtpPost> post, Clock clock, RetrySchedule retries) {
        this.queue = queue;
        this.post = post;
        this.clock = clock;
        this.retries = retries;
    }

    @Override
    public String name() {
        return "mails";
    }

    @Override
    public int deliverDue() {
        return post.map(this::deliverDue).orElse(0);
    }

    private int deliverDue(SmtpPost open) {
        List<Due> due = queue.lease(clock.instant(), AT_ONCE_MAX, LEASE);
        if (due.isEmpty()) {
            return 0;
        }
        List<? extends Future<?>> attempts;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            attempts = due.stream().map(mail -> threads.submit(() -> deliver(mail, open))).toList();
        }
        attempts.stream()
                .filter(attempt -> attempt.state() == Future.State.FAILED)
                .findFirst()
                .ifPresent(attempt -> {
                    throw new IllegalStateException(
                            "what became of a mail could not be written down",
                            attempt.exceptionNow());
                });
        return due.size();
    }

    private void deliver(Due mail, SmtpPost open) {
        if (wasTriedTooOften(mail)) {
            giveUp(mail, "It was begun as often as mails are, and never ended.");
            return;
        }
        Optional<SmtpFailure> failure = open.send(mail);
        if (failure.isEmpty()) {
            queue.sent(mail);
            return;
        }
        String words = failure.get().words();
        Optional<Duration> rest =
                failure.get().isFinal() ? Optional.empty() : retries.after(mail.attempt());
        rest.ifPresentOrElse(time -> queue.retry(mail, time, words), () -> giveUp(mail, words));
    }

    /// One that ends this process each time is not tried for ever.
    private boolean wasTriedTooOften(Due mail) {
        return mail.attempt() > 1 && retries.after(mail.attempt() - 1).isEmpty();
    }

    private void giveUp(Due mail, String words) {
        LOG.warn("The mail {} is not delivered: {}", mail.mailId(), words);
        queue.fail(mail, words);
    }
}
