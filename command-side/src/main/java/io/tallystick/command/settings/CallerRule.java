package io.tallystick.command.settings;

import io.tallystick.edge.phone.PhoneNumbers;
import io.tallystick.edge.problem.ApiProblem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which callers can be blocked: those with a number, one by one. A pattern could block everybody,
/// and nobody would see whom.
final class CallerRule {

    private static final String POINTER = "/number";

    /// What platforms put in the place of a number that is not shown.
    private static final Pattern ANONYMOUS =
            Pattern.compile(
                    ".*(anonymous|private|restricted|unknown|unavailable|withheld|hidden|no caller id).*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern WILDCARD =
            Pattern.compile(".*([*?%_#\\[\\]{}^$|]|[0-9][xX]).*", Pattern.DOTALL);

    private CallerRule() {}

    /// @param country in which a number is read that does not say its own
    /// @return as E.164 writes it
    static String number(@Nullable String given, String country) {
        if (given == null || given.isBlank()) {
            throw ApiProblem.invalid(POINTER, "required", "number is required.");
        }
        if (ANONYMOUS.matcher(given).matches()) {
            throw ApiProblem.invalid(
                    POINTER,
                    "anonymous_caller",
                    "An anonymous caller has no number by which it could be blocked.");
        }
        if (WILDCARD.matcher(given).matches()) {
            throw ApiProblem.invalid(
                    POINTER,
                    "wildcard_not_allowed",
                    "A caller is blocked by its whole number, without wildcards.");
        }
        return PhoneNumbers.e164(given, country)
                .orElseThrow(() ->
                        ApiProblem.invalid(
                                POINTER,
                                "invalid_phone_number",
                                "This is no telephone number. Write it with + and the code of its country."));
    }
}
