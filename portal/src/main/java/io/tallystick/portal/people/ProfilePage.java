package io.tallystick.portal.people;

import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.portal.people.ProfileDesk.Proof;
import io.tallystick.portal.settings.SettingsTab;
import io.tallystick.portal.settings.SettingsTabs;
import io.tallystick.portal.usage.Sidebars;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// A member's own account. There is no field for the role: nobody changes one's own.
@Controller
final class ProfilePage {

    private static final String BACK = "redirect:/profile?saved";
    private static final String MAILED = "redirect:/profile?mailed";
    private static final String SIGN_IN = "redirect:/login?changed";

    private final ProfileDesk desk;
    private final Sidebars sidebars;
    private final SettingsTabs tabs;
    private final MultipartConfigElement uploads;

    ProfilePage(
            ProfileDesk desk,
            Sidebars sidebars,
            SettingsTabs tabs,
            MultipartConfigElement uploads) {
        this.desk = desk;
        this.sidebars = sidebars;
        this.tabs = tabs;
        this.uploads = uploads;
    }

    @GetMapping("/profile")
    String page(Caller caller, Model model) {
        return show(caller, model);
    }

    @PostMapping("/profile/name")
    String changeName(
            Caller caller,
            @RequestParam(required = false) @Nullable String name,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        return run(
                () -> desk.changeName(caller, name, RequestId.of(http)),
                BACK,
                caller,
                model,
                response);
    }

    @PostMapping("/profile/email")
    String changeEmail(
            Caller caller,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable String current,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        var proof = new Proof(current, http.getRemoteAddr());
        return run(
                () -> desk.changeEmail(caller, email, proof, RequestId.of(http)) ? MAILED : BACK,
                caller,
                model,
                response);
    }

    @PostMapping("/profile/password")
    String changePassword(
            Caller caller,
            @RequestParam(required = false) @Nullable String password,
            @RequestParam(required = false) @Nullable String current,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        var proof = new Proof(current, http.getRemoteAddr());
        return run(
                () -> desk.changePassword(caller, password, proof, RequestId.of(http)),
                SIGN_IN,
                caller,
                model,
                response);
    }

    @PostMapping("/profile/avatar")
    String changeAvatar(
            Caller caller,
            @RequestParam(required = false) @Nullable MultipartFile picture,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response)
            throws IOException {
        byte[] upload = picture == null ? null : picture.getBytes();
        return run(
                () -> desk.changeAvatar(caller, upload, RequestId.of(http)),
                BACK,
                caller,
                model,
                response);
    }

    @PostMapping("/profile/avatar/remove")
    String removeAvatar(
            Caller caller, Model model, HttpServletRequest http, HttpServletResponse response) {
        return run(
                () -> desk.removeAvatar(caller, RequestId.of(http)), BACK, caller, model, response);
    }

    @PostMapping("/profile/sessions/end")
    String endSessions(
            Caller caller, Model model, HttpServletRequest http, HttpServletResponse response) {
        return run(
                () -> desk.endSessions(caller, RequestId.of(http)),
                SIGN_IN,
                caller,
                model,
                response);
    }

    private String run(
            Runnable change,
            String next,
            Caller caller,
            Model model,
            HttpServletResponse response) {
        return run(
                () -> {
                    change.run();
                    return next;
                },
                caller,
                model,
                response);
    }

    /// @param change answers where to go from there
    private String run(
            Supplier<String> change, Caller caller, Model model, HttpServletResponse response) {
        try {
            return change.get();
        } catch (ApiProblem refused) {
            response.setStatus(refused.status().value());
            model.addAttribute("refusal", refused.detail());
            return show(caller, model);
        }
    }

    private String show(Caller caller, Model model) {
        var member = desk.account(caller);
        model.addAttribute("sidebar", sidebars.of(caller));
        model.addAttribute("section", "profile");
        model.addAttribute("tabs", tabs.ofOwn(caller, SettingsTab.PROFILE));
        model.addAttribute("name", member.name());
        model.addAttribute("email", member.email());
        model.addAttribute("pictureBytesMax", uploads.getMaxFileSize());
        model.addAttribute("role", member.role().lower());
        return "people/profile";
    }
}
