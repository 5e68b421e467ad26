package io.tallystick.command.access;

import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import io.tallystick.edge.text.Printable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a key may be called and what may be granted. A name is shown in pages, logs and mails, so
/// it has no character that would end a line there.
final class ApiKeyRule {

    private static final int NAME_CHARACTERS_MAX = 64;

    private ApiKeyRule() {}

    static String name(@Nullable String given) {
        List<FieldError> errors = new ArrayList<>();
        String name = Required.text(given, "/name", errors).strip();
        CustomerDetailsRule.refuse(errors);
        CustomerDetailsRule.require(
                Printable.isLine(name)
                        && !name.isEmpty()
                        && name.codePointCount(0, name.length()) <= NAME_CHARACTERS_MAX,
                "/name",
                "invalid_name",
                "The name of a key has 1 to " + NAME_CHARACTERS_MAX + " printable characters.",
                errors);
        CustomerDetailsRule.refuse(errors);
        return name;
    }

    static Set<Permission> permissions(@Nullable Set<String> given) {
        if (given == null || given.isEmpty()) {
            throw ApiProblem.invalid(
                    "/permissions", "required", "A key needs at least one permission.");
        }
        Set<Permission> granted = EnumSet.noneOf(Permission.class);
        for (Permission permission : Permission.values()) {
            if (given.contains(permission.lower())) {
                granted.add(permission);
            }
        }
        if (granted.size() != given.size()) {
            throw ApiProblem.invalid(
                    "/permissions",
                    "unknown_value",
                    "Permissions are read, write, delete and admin.");
        }
        return Set.copyOf(granted);
    }

    /// What is no id is as absent as an id of nobody.
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ApiProblem.notFound("api_key");
        }
    }
}
