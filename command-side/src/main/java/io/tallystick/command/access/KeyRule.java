package io.tallystick.command.access;

import io.tallystick.edge.problem.ApiProblem.FieldError;
import io.tallystick.edge.text.Printable;
import java.util.List;
import java.util.regex.Pattern;

/// What may be a key. A partner's goes into a header; a customer's is whatever the platform calls
/// its customer.
final class KeyRule {

    private static final Pattern PARTNER = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final int CUSTOMER_CHARACTERS_MAX = 128;

    private static final String NOT_IN_A_PATH = "/\\;%";

    private KeyRule() {}

    static void checkPartner(String key, List<FieldError> errors) {
        CustomerDetailsRule.require(
                PARTNER.matcher(key).matches(),
                "/key",
                "invalid_key",
                "A partner key has 1 to 63 lower-case letters, digits and hyphens.",
                errors);
    }

    static void checkCustomer(String key, List<FieldError> errors) {
        boolean clean = key.strip().equals(key) && Printable.isLine(key);
        // A key is part of paths, and these are what no path may hold.
        CustomerDetailsRule.require(
                clean
                        && !key.isEmpty()
                        && key.length() <= CUSTOMER_CHARACTERS_MAX
                        && key.chars().noneMatch(c -> NOT_IN_A_PATH.indexOf(c) >= 0)
                        && !key.equals(".")
                        && !key.equals(".."),
                "/key",
                "invalid_key",
                "A customer key has 1 to 128 printable characters, none of / \\ ; % and no blanks around it.",
                errors);
    }
}
