package io.tallystick.portal.clients;

import io.tallystick.command.Commands;
import io.tallystick.command.access.clients.AcceptClientInvitation;
import io.tallystick.command.access.clients.OpenClientInvitation;
import io.tallystick.command.access.clients.OpenClientInvitation.Welcome;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.RequestCaller;
import io.tallystick.edge.lookup.Clients.Invited;
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

/// What a client sees that follows the link of its invitation: whose portal it is and what it may
/// see there. To look at it changes nothing, since programs look at links in mails too.
@Controller
final class ClientInvitationPage {

    private static final String PATH = "/client-invitations/{token}";

    private final OpenClientInvitation invitations;
    private final ClientWelcome welcome;
    private final Commands commands;
    private final Clock clock;

    ClientInvitationPage(
            OpenClientInvitation invitations,
            ClientWelcome welcome,
            Commands commands,
            Clock clock) {
        this.invitations = invitations;
        this.welcome = welcome;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String show(@PathVariable String token, Model model, HttpServletResponse response) {
        try {
            Welcome found = invitations.of(token);
            RequestCaller.actsAs(guest(found.invited()));
            return welcome.show(found, model);
        } catch (ApiProblem ended) {
            return refusal(ended, model, response);
        }
    }

    @PostMapping(PATH)
    String accept(
            @PathVariable String token,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        try {
            Caller guest = guest(invitations.of(token).invited());
            commands.send(
                    new AcceptClientInvitation(token, clock.instant()), guest, RequestId.of(http));
            return "redirect:/client-invitations/" + token;
        } catch (ApiProblem refused) {
            return refusal(refused, model, response);
        }
    }

    /// It may do nothing: what it is shown is what the customer's settings say.
    private static Caller guest(Invited invited) {
        return new Caller(
                "client",
                invited.client().clientId().toString(),
                invited.client().details().name(),
                invited.team().tenantId(),
                invited.team().customerId(),
                Set.of());
    }

    private static String refusal(ApiProblem ended, Model model, HttpServletResponse response) {
        response.setStatus(ended.status().value());
        model.addAttribute("refusal", ended.detail());
        return "clients/invitation-ended";
    }
}
