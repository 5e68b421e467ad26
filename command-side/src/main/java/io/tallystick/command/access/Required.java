package io.tallystick.command.access;

import io.tallystick.edge.problem.ApiProblem.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Fields that a request cannot leave out.
final class Required {

    private Required() {}

    static String text(@Nullable String value, String pointer, List<FieldError> errors) {
        if (value == null) {
            errors.add(new FieldError(pointer, "required", pointer.substring(1) + " is required."));
            return "";
        }
        return value;
    }
}
