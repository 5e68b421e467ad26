package io.tallystick.command.access.clients;

import io.tallystick.command.access.EmailRule;
import io.tallystick.edge.lookup.Clients.Details;
import io.tallystick.edge.phone.PhoneNumbers;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What may be said of a client. All faults are named at once.
final class ClientRule {

    private static final int NAME_CHARACTERS_MAX = 200;
    private static final int EXTERNAL_ID_CHARACTERS_MAX = 100;

    private ClientRule() {}

    /// What somebody says of a client, before anybody has looked at it.
    record Said(
            @Nullable String name,
            @Nullable String email,
            @Nullable String externalId,
            @Nullable String phone) {

        @Override
        public String toString() {
            return "Said[]";
        }
    }

    /// @param country in which a number is read that does not say its own
    /// @param errors gets the faults; the answer is of no use where there are any
    static Details check(Said said, String country, List<FieldError> errors) {
        return new Details(
                name(said.name(), errors),
                email(said.email(), errors),
                externalId(said.externalId(), errors),
                phone(said.phone(), country, errors));
    }

    /// What is no id is as absent as an id of nobody.
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw ApiProblem.notFound("client");
        }
    }

    private static String name(@Nullable String given, List<FieldError> errors) {
        if (given == null) {
            errors.add(required("/name"));
            return "";
        }
        String name = given.strip();
        if (!isText(name, NAME_CHARACTERS_MAX)) {
            errors.add(
                    new FieldError(
                            "/name", "invalid_name", "A name has 1 to 200 printable characters."));
        }
        return name;
    }

    private static String email(@Nullable String given, List<FieldError> errors) {
        if (given == null) {
            errors.add(required("/email"));
            return "";
        }
        Optional<String> email = EmailRule.normalise(given);
        if (email.isEmpty()) {
            errors.add(
                    new FieldError(
                            "/email",
                            "invalid_email",
                            "This is no e-mail address that we can tell from all others."));
        }
        return email.orElse("");
    }

    private static @Nullable String externalId(@Nullable String given, List<FieldError> errors) {
        if (given == null || given.isEmpty()) {
            return null;
        }
        String id = given.strip();
        if (!isText(id, EXTERNAL_ID_CHARACTERS_MAX)) {
            errors.add(
                    new FieldError(
                            "/externalId",
                            "invalid_external_id",
                            "An external id has 1 to 100 printable characters."));
        }
        return id;
    }

    private static @Nullable String phone(
            @Nullable String given, String country, List<FieldError> errors) {
        if (given == null || given.isEmpty()) {
            return null;
        }
        Optional<String> phone = PhoneNumbers.e164(given, country);
        if (phone.isEmpty()) {
            errors.add(
                    new FieldError(
                            "/phone",
                            "invalid_phone_number",
                            "This is no telephone number. Write it with + and the code of its country."));
        }
        return phone.orElse(null);
    }

    /// It goes into mails and pages: it has nothing that ends a line or cannot be seen.
    private static boolean isText(String text, int charactersMax) {
        return !text.isBlank()
                && EmailRule.isPrintable(text)
                && !text.codePoints().allMatch(Character::isSpaceChar)
                && text.codePointCount(0, text.length()) <= charactersMax;
    }

    private static FieldError required(String pointer) {
        return new FieldError(pointer, "required", pointer.substring(1) + " is required.");
    }
}
