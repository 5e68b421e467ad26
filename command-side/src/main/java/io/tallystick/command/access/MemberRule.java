package io.tallystick.command.access;

import io.tallystick.edge.caller.MemberRole;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import io.tallystick.edge.text.Printable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What may be said of a person, and how good a password must be.
final class MemberRule {

    private static final int NAME_CHARACTERS_MAX = 200;
    private static final int PASSWORD_BYTES_MIN = 12;

    /// bcrypt reads no more; a longer password would be cut without a word.
    private static final int PASSWORD_BYTES_MAX = 72;

    private MemberRule() {}

    static MemberRole role(String given, List<FieldError> errors) {
        Optional<MemberRole> role = MemberRole.named(given);
        CustomerDetailsRule.require(
                role.isPresent(),
                "/role",
                "unknown_value",
                "A role is one of owner, admin, manager, viewer and publisher.",
                errors);
        return role.orElse(MemberRole.PUBLISHER);
    }

    /// A name goes into mails and pages: it has nothing that ends a line or cannot be seen.
    static String name(String given, List<FieldError> errors) {
        String name = given.strip();
        CustomerDetailsRule.require(
                EmailRule.isPrintable(name)
                        && !name.codePoints().allMatch(Character::isSpaceChar)
                        && name.codePointCount(0, name.length()) <= NAME_CHARACTERS_MAX,
                "/name",
                "invalid_name",
                "A name has 1 to " + NAME_CHARACTERS_MAX + " printable characters.",
                errors);
        return name;
    }

    static void password(String given, List<FieldError> errors) {
        int bytes = given.getBytes(StandardCharsets.UTF_8).length;
        CustomerDetailsRule.require(
                bytes >= PASSWORD_BYTES_MIN
                        && bytes <= PASSWORD_BYTES_MAX
                        && Printable.isLine(given),
                "/password",
                "invalid_password",
                "A password has "
                        + PASSWORD_BYTES_MIN
                        + " to "
                        + PASSWORD_BYTES_MAX
                        + " bytes of printable characters.",
                errors);
    }

    /// What is no id is as absent as an id of nobody.
    static UUID id(String text, String what) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ApiProblem.notFound(what);
        }
    }
}
