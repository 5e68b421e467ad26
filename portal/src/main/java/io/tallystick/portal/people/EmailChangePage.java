package io.tallystick.portal.people;

import io.tallystick.command.Commands;
import io.tallystick.command.access.ConfirmEmail;
import io.tallystick.command.access.OpenEmailChange;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.lookup.EmailChanges.EmailChange;
import io.tallystick.edge.lookup.EmailChanges.Purpose;
import io.tallystick.edge.problem.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// What somebody sees who follows the link that was sent to a new address. To look at it changes
/// nothing: programs that look for viruses follow links too. It needs no session, because mail is
/// often read on another device, and begins none.
@Controller
final class EmailChangePage {

    private static final String PATH = "/email-changes/{token}";

    private final OpenEmailChange changes;
    private final Commands commands;
    private final Clock clock;

    EmailChangePage(OpenEmailChange changes, Commands commands, Clock clock) {
        this.changes = changes;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String show(@PathVariable String token, Model model, HttpServletResponse response) {
        try {
            EmailChange change = changes.of(token);
            model.addAttribute("email", change.email());
            model.addAttribute("expiresAt", Shown.time(change.expiresAt()));
            model.addAttribute("forPayouts", isForPayouts(change));
            return "people/email-change";
        } catch (ApiProblem ended) {
            return refusal(ended, model, response);
        }
    }

    @PostMapping(PATH)
    String confirm(
            @PathVariable String token,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        try {
            EmailChange change = changes.of(token);
            commands.send(
                    new ConfirmEmail(token, clock.instant()), wanted(change), RequestId.of(http));
            model.addAttribute("email", change.email());
            model.addAttribute("forPayouts", isForPayouts(change));
            return "people/email-changed";
        } catch (ApiProblem refused) {
            return refusal(refused, model, response);
        }
    }

    private static boolean isForPayouts(EmailChange change) {
        return change.purpose() == Purpose.PAYOUT;
    }

    /// The member, who may do nothing else by the link.
    private static Caller wanted(EmailChange change) {
        return new Caller(
                Caller.MEMBER,
                change.memberId().toString(),
                change.email(),
                change.team().tenantId(),
                change.team().customerId(),
                Set.of());
    }

    private static String refusal(ApiProblem ended, Model model, HttpServletResponse response) {
        response.setStatus(ended.status().value());
        model.addAttribute("refusal", ended.detail());
        return "people/email-change-ended";
    }
}
