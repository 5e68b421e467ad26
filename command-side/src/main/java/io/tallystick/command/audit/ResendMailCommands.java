package io.tallystick.command.audit;

import io.tallystick.command.Facts;
import io.tallystick.edge.lookup.MailQueue;
import io.tallystick.edge.lookup.MailQueue.Locked;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.events.audit.AuditEvent.MailResendRequested;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Only what failed is sent again: what was sent has arrived or comes back, what waits is tried
/// anyway, and what was kept was written to be sent by nobody.
@Component
class ResendMailCommands {

    private final MailQueue queue;
    private final Facts facts;

    ResendMailCommands(MailQueue queue, Facts facts) {
        this.queue = queue;
        this.facts = facts;
    }

    @CommandHandler
    void decide(ResendMail command) {
        Locked mail =
                queue.lock(command.mailId(), command.at())
                        .orElseThrow(() -> ApiProblem.notFound("mail"));
        if (!mail.state().equals("failed")) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT, "mail_not_failed", "The mail is " + mail.state() + ".");
        }
        if (!mail.hasText()) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "mail_outdated",
                    "What the mail was about is over, and nothing is left to send.");
        }
        queue.again(mail);
        facts.publish(
                new MailResendRequested(
                        mail.mailId(), mail.tenantId(), mail.customerId(), mail.kind()),
                mail.tenantId());
    }
}
