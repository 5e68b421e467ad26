package io.tallystick.command.settings;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.events.settings.Section.AiCredits;

/// Who is to be told that credits run low has to say when they do.
final class AiCreditsRule {

    private AiCreditsRule() {}

    static AiCredits require(AiCredits credits) {
        if (credits.notificationsEnabled() && credits.lowCreditThreshold() == null) {
            throw ApiProblem.invalid(
                    "/lowCreditThreshold", "required", "Notifications need lowCreditThreshold.");
        }
        return credits;
    }
}
