package io.tallystick.portal.system;

import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.portal.usage.Sidebars;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// How far the projections are, and their rebuilds: once as a page and then, every second, the
/// parts that move.
@Controller
final class ProjectionsPage {

    private static final String BACK = "redirect:/projections";

    private final Rebuilds rebuilds;
    private final Sidebars sidebars;

    ProjectionsPage(Rebuilds rebuilds, Sidebars sidebars) {
        this.rebuilds = rebuilds;
        this.sidebars = sidebars;
    }

    @GetMapping("/projections")
    String page(Caller caller, Model model) {
        caller.requireOperator();
        model.addAttribute("sidebar", sidebars.of(caller));
        model.addAttribute("section", "projections");
        model.addAttribute("projections", cards());
        return "system/projections";
    }

    @GetMapping("/projections/live")
    String live(Caller caller, Model model) {
        caller.requireOperator();
        model.addAttribute("projections", cards());
        return "system/live";
    }

    @PostMapping("/projections/{name}/replay")
    String request(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String reason,
            Caller caller,
            HttpServletRequest http) {
        caller.requireOperator();
        unlessDone(() -> rebuilds.request(name, reason, caller, RequestId.of(http)));
        return BACK;
    }

    @PostMapping("/projections/{name}/cancel")
    String cancel(@PathVariable String name, Caller caller, HttpServletRequest http) {
        caller.requireOperator();
        unlessDone(() -> rebuilds.cancel(name, caller, RequestId.of(http)));
        return BACK;
    }

    /// Somebody else may have been faster, or the rebuild itself: the page shows it.
    private static void unlessDone(Runnable wish) {
        try {
            wish.run();
        } catch (ApiProblem problem) {
            boolean done =
                    problem.status() == HttpStatus.CONFLICT
                            || problem.code().equals("replay_not_found");
            if (!done) {
                throw problem;
            }
        }
    }

    private List<ProjectionCard> cards() {
        return rebuilds.all().stream().map(ProjectionCard::of).toList();
    }
}
