package io.tallystick.portal.embed;

import io.tallystick.command.Commands;
import io.tallystick.command.access.embed.EmbedDoor;
import io.tallystick.command.access.embed.EmbedDoor.Visit;
import io.tallystick.command.access.embed.OpenEmbedUrl;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.LinkSecret;
import io.tallystick.edge.caller.RequestCaller;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.portal.ContentSecurityPolicy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/// What an embed URL opens: its link once, and the session that it becomes. Both secrets are in the
/// path, because in a frame on another page a browser may keep no cookie.
@Controller
final class EmbedPage {

    static final String SESSIONS = "/portal/sessions/";

    private static final String SESSION = SESSIONS + "{session}";
    private static final String POLICY = "Content-Security-Policy";

    private final EmbedDoor door;
    private final EmbedDesk desk;
    private final Commands commands;
    private final Clock clock;

    EmbedPage(EmbedDoor door, EmbedDesk desk, Commands commands, Clock clock) {
        this.door = door;
        this.desk = desk;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping("/portal/links/{token}")
    String open(
            @PathVariable String token,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        String origin = AskingPage.origin(http);
        Visit visit = door.link(token, origin);
        EmbedGuest guest = guest(visit, response);
        if (guest == null || visit.refusal() != null) {
            return refuse(visit.refusal(), model, response);
        }
        if (AskingPage.isProbe(http)) {
            return "embed/waiting";
        }
        try {
            return "redirect:" + begin(guest, token, origin, RequestId.of(http));
        } catch (ApiProblem refused) {
            return refuse(refused, model, response);
        }
    }

    private String begin(
            EmbedGuest guest, String token, @Nullable String origin, String requestId) {
        String session = LinkSecret.generate();
        var command = new OpenEmbedUrl(token, session, origin, clock.instant());
        commands.send(command, guest.caller(), requestId);
        EmbedPart first = EmbedPart.of(guest.url().scopes()).getFirst();
        return SESSIONS + session + "/" + first.path();
    }

    @GetMapping(SESSION + "/{part}")
    String show(
            @PathVariable String session,
            @PathVariable String part,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        Visit visit = door.session(session, AskingPage.origin(http));
        EmbedGuest guest = guest(visit, response);
        if (guest == null || visit.refusal() != null) {
            return refuse(visit.refusal(), model, response);
        }
        try {
            return desk.show(guest, EmbedPart.at(part), SESSIONS + session, model);
        } catch (ApiProblem refused) {
            return refuse(refused, model, response);
        }
    }

    @GetMapping(SESSION + "/style.css")
    @ResponseBody
    ResponseEntity<String> style(@PathVariable String session) {
        return desk.style(EmbedGuest.of(door.session(session, null).require()));
    }

    @GetMapping(SESSION + "/logo.png")
    @ResponseBody
    ResponseEntity<byte[]> logo(@PathVariable String session) {
        return desk.logo(EmbedGuest.of(door.session(session, null).require()));
    }

    /// Where a page that is open goes when it may be shown no more.
    @GetMapping("/portal/closed")
    String closed(Model model, HttpServletResponse response) {
        response.setHeader(POLICY, ContentSecurityPolicy.framedBy("*"));
        model.addAttribute("refusal", "This is not shown any more.");
        return "embed/closed";
    }

    /// Also whoever is refused is somebody, whose request is noted as such.
    private static @Nullable EmbedGuest guest(Visit visit, HttpServletResponse response) {
        if (visit.found() == null) {
            return null;
        }
        EmbedGuest guest = EmbedGuest.of(visit.found());
        RequestCaller.actsAs(guest.caller());
        response.setHeader(POLICY, ContentSecurityPolicy.framedBy(guest.ancestors()));
        return guest;
    }

    private static String refuse(
            @Nullable ApiProblem refused, Model model, HttpServletResponse response) {
        if (refused != null) {
            response.setStatus(refused.status().value());
            model.addAttribute("refusal", refused.detail());
            model.addAttribute("code", refused.code());
        }
        return "embed/closed";
    }
}
