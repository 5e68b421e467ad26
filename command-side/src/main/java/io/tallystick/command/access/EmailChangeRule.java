package io.tallystick.command.access;

import io.tallystick.edge.problem.ApiProblem;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/// How often a member may ask for another address. Each wish sends a mail to wherever it says, and
/// who reads mail there may not have asked for any.
final class EmailChangeRule {

    private static final int WISHES_MAX = 5;

    static final Duration COUNTED_FOR = Duration.ofDays(1);

    private EmailChangeRule() {}

    static void requireRoom(int wishes) {
        if (wishes >= WISHES_MAX) {
            throw new ApiProblem(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "email_change_limit",
                    "Another address was asked for %d times in a day. Wait a day."
                            .formatted(WISHES_MAX));
        }
    }
}
