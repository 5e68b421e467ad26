package io.tallystick.command.settings;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import io.tallystick.events.settings.Section.Demo;
import java.util.List;
import org.springframework.http.HttpStatus;

/// What is a demo was made as one, and nothing else begins anew: a business that is billed must not
/// lose what it has by a switch.
final class DemoRule {

    private DemoRule() {}

    static Demo require(Demo before, Demo wanted) {
        if (wanted.demo() != before.demo()) {
            throw refusal(
                    "/demo",
                    "demo_only_at_creation",
                    "Whether a customer is a demo is said when it is created.");
        }
        if (!wanted.demo() && wanted.resetEveryHours() != null) {
            throw refusal("/resetEveryHours", "demo_required", "Only a demo begins anew.");
        }
        return wanted;
    }

    private static ApiProblem refusal(String pointer, String code, String detail) {
        return new ApiProblem(
                HttpStatus.CONFLICT, code, detail, List.of(new FieldError(pointer, code, detail)));
    }
}
