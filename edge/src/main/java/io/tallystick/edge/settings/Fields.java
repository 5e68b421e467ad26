package io.tallystick.edge.settings;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The fields of a section, and what may be sent for all of them.
record Fields(List<Field> all) {

    /// What was sent, once nothing is wrong with it. All faults are named at once.
    ///
    /// @throws ApiProblem 400 for fields that are not the section's, and for impossible values
    ObjectNode require(JsonNode sent) {
        if (!(sent instanceof ObjectNode change)) {
            throw ApiProblem.invalid("", "wrong_type", "The body is an object.");
        }
        List<FieldError> faults = new ArrayList<>();
        change.forEachEntry((name, value) -> fault(name, value).ifPresent(faults::add));
        if (!faults.isEmpty()) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "invalid_request",
                    faults.getFirst().detail(),
                    List.copyOf(faults));
        }
        return change;
    }

    private Optional<FieldError> fault(String name, JsonNode value) {
        return all.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .map(field -> field.fault(value))
                .orElseGet(() ->
                        Optional.of(
                                new FieldError(
                                        "/" + name,
                                        "unknown_field",
                                        "There is no field " + name + ".")));
    }
}
