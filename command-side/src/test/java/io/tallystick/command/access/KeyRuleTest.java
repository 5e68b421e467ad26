package io.tallystick.command.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.edge.problem.ApiProblem.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What may be a key of a partner and of a customer.
class KeyRuleTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "north", "north-house-2", "a-", "a--b"})
    void a_partners_key_fits_into_a_header(String key) {
        assertThat(partner(key)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "-a", "North", "a_b", "a b", "ä", "a\n", "a/b", "a.b", "a\u0000"})
    void anything_else_is_no_partners_key(String key) {
        refused(partner(key));
    }

    @Test
    void a_partners_key_has_at_most_63_characters() {
        assertThat(partner("a".repeat(63))).isEmpty();
        refused(partner("a".repeat(64)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Acme GmbH", "42", "kunde-ö", "a.b:c@d", "😀", "a=b", "a?b#c"})
    void a_customers_key_is_what_the_platform_calls_it(String key) {
        assertThat(customer(key)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " a",
                "a ",
                "a\n",
                "a\tb",
                "a\u0000b",
                "a\u2028b",
                "a/b",
                "/",
                "%2F",
                "a;b",
                "a\\b",
                ".",
                "..",
                "\u2003a",
                "a\ud800",
                "\udc00"
            })
    void a_key_that_no_path_or_event_could_name_is_refused(String key) {
        refused(customer(key));
    }

    @Test
    void a_customers_key_has_at_most_128_characters() {
        assertThat(customer("ö".repeat(128))).isEmpty();
        refused(customer("a".repeat(129)));
    }

    private static List<FieldError> partner(String key) {
        List<FieldError> errors = new ArrayList<>();
        KeyRule.checkPartner(key, errors);
        return errors;
    }

    private static List<FieldError> customer(String key) {
        List<FieldError> errors = new ArrayList<>();
        KeyRule.checkCustomer(key, errors);
        return errors;
    }

    private static void refused(List<FieldError> errors) {
        assertThat(errors).extracting(FieldError::pointer).containsExactly("/key");
        assertThat(errors).extracting(FieldError::code).containsExactly("invalid_key");
    }
}
