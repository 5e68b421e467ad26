package io.tallystick.command.settings;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import io.tallystick.events.settings.Section.KnowledgeBase;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// What is in use is not taken away. Who uses more than it has already may be given more, also
/// where that is still not enough.
final class AllocationRule {

    private AllocationRule() {}

    /// @param usedMb what was seen to be in use, null where nobody had to look
    static KnowledgeBase require(
            KnowledgeBase before, KnowledgeBase wanted, @Nullable Long usedMb) {
        if (usedMb != null
                && wanted.allocatedMb() < before.allocatedMb()
                && wanted.allocatedMb() < usedMb) {
            String detail = "The customer uses " + usedMb + " MB.";
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "storage_in_use",
                    detail,
                    List.of(new FieldError("/allocatedMb", "storage_in_use", detail)));
        }
        return wanted;
    }
}
