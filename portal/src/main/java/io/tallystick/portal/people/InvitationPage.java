package io.tallystick.portal.people;

import io.tallystick.command.Commands;
import io.tallystick.command.access.AcceptInvitation;
import io.tallystick.command.access.OpenInvitation;
import io.tallystick.edge.Ids;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.lookup.Invitations.Invitation;
import io.tallystick.edge.problem.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What somebody sees who follows the link of an invitation: the only page but the login that a
/// stranger may use. The role and the address are the invitation's, whatever the form says.
@Controller
final class InvitationPage {

    private static final String PATH = "/invitations/{token}";

    private final OpenInvitation invitations;
    private final Commands commands;
    private final PasswordEncoder passwords;
    private final Clock clock;

    InvitationPage(
            OpenInvitation invitations, Commands commands, PasswordEncoder passwords, Clock clock) {
        this.invitations = invitations;
        this.commands = commands;
        this.passwords = passwords;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String show(@PathVariable String token, Model model, HttpServletResponse response) {
        try {
            return form(invitations.of(token), model);
        } catch (ApiProblem ended) {
            return refusal(ended, model, response);
        }
    }

    @PostMapping(PATH)
    String accept(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String password,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        try {
            accept(invitations.of(token), token, name, password, RequestId.of(http));
            return "redirect:/login?accepted";
        } catch (ApiProblem refused) {
            if (refused.status() == HttpStatus.BAD_REQUEST) {
                model.addAttribute("name", name);
                model.addAttribute("refusal", refused.detail());
                response.setStatus(refused.status().value());
                return form(invitations.of(token), model);
            }
            return refusal(refused, model, response);
        }
    }

    private static String form(Invitation invitation, Model model) {
        model.addAttribute("email", invitation.email());
        model.addAttribute("role", invitation.role().lower());
        model.addAttribute("expiresAt", Shown.time(invitation.expiresAt()));
        return "people/invitation";
    }

    private static String refusal(ApiProblem ended, Model model, HttpServletResponse response) {
        response.setStatus(ended.status().value());
        model.addAttribute("refusal", ended.detail());
        return "people/invitation-ended";
    }

    private void accept(
            Invitation invitation,
            String token,
            @Nullable String name,
            @Nullable String password,
            String requestId) {
        UUID memberId = Ids.next();
        var command =
                AcceptInvitation.of(
                        token, memberId, name, password, passwords::encode, clock.instant());
        var guest =
                new Caller(
                        Caller.MEMBER,
                        memberId.toString(),
                        invitation.email(),
                        invitation.team().tenantId(),
                        invitation.team().customerId(),
                        Set.of());
        commands.send(command, guest, requestId);
    }
}
