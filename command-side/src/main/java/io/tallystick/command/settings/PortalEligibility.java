package io.tallystick.command.settings;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import io.tallystick.events.settings.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/// Which customers may have a portal. Who asks for one is told every reason against it at once. A
/// portal that is on stays on when a reason comes up later.
final class PortalEligibility {

    private static final String FIELD = "enabled";

    private PortalEligibility() {}

    /// Whether somebody wants the portal on, even where it is.
    static boolean isAsked(JsonNode sent) {
        return sent.path(FIELD).asBoolean(false);
    }

    static void require(@Nullable String email, Section.Account account) {
        List<FieldError> reasons = new ArrayList<>();
        if (email == null) {
            reasons.add(reason("email_missing", "The customer has no e-mail address."));
        }
        switch (account.status()) {
            case "inactive" ->
                    reasons.add(reason("customer_inactive", "The customer is inactive."));
            case "archived" ->
                    reasons.add(reason("customer_archived", "The customer is archived."));
            default -> {}
        }
        if (!reasons.isEmpty()) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "portal_not_eligible",
                    "The customer may not have a portal. "
                            + reasons.stream()
                                    .map(FieldError::detail)
                                    .collect(Collectors.joining(" ")),
                    List.copyOf(reasons));
        }
    }

    private static FieldError reason(String code, String detail) {
        return new FieldError("/" + FIELD, code, detail);
    }
}
