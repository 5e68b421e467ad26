package io.tallystick.command.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import io.tallystick.events.access.AccessEvent.CustomerDetails;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;

/// What may be said of a customer, and by which code the rest is refused.
class CustomerDetailsRuleTest {

    @ParameterizedTest
    @ValueSource(strings = {"A", "Ada & Söhne GmbH", "株式会社", "😀", " x "})
    void a_name_is_printable(String name) {
        allowed(new CustomerDetails(name, "UTC", "USD", "US", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u2003",
                "a\nb",
                "a\u0000b",
                "a\u007fb",
                "a\u0085b",
                "a\u2028b",
                "a\u2029b",
                "a\ud800"
            })
    void a_name_that_nobody_can_read_is_refused(String name) {
        refused(new CustomerDetails(name, "UTC", "USD", "US", null), "/name", "invalid_name");
    }

    @Test
    void a_name_has_at_most_200_characters() {
        allowed(new CustomerDetails("x".repeat(200), "UTC", "USD", "US", null));
        refused(
                new CustomerDetails("x".repeat(201), "UTC", "USD", "US", null),
                "/name",
                "invalid_name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Asia/Kathmandu"})
    void a_time_zone_is_a_place(String zone) {
        allowed(new CustomerDetails("A", zone, "USD", "US", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "EST", "CET", "+02:00", "UTC+2", "Z", "europe/berlin", "Mars/Olympus"})
    void an_offset_or_an_unknown_place_is_no_time_zone(String zone) {
        refused(
                new CustomerDetails("A", zone, "USD", "US", null),
                "/timeZone",
                "unknown_time_zone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"USD", "EUR", "JPY", "KWD"})
    void a_currency_has_a_code(String currency) {
        allowed(new CustomerDetails("A", "UTC", currency, "US", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "usd", "US", "QQQ", "$", "EURO"})
    void a_currency_without_a_code_is_refused(String currency) {
        refused(
                new CustomerDetails("A", "UTC", currency, "US", null),
                "/currency",
                "unknown_currency");
    }

    @ParameterizedTest
    @ValueSource(strings = {"US", "DE", "NP"})
    void a_country_has_a_code(String country) {
        allowed(new CustomerDetails("A", "UTC", "USD", country, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "us", "USA", "ZZ", "UK"})
    void a_country_without_a_code_is_refused(String country) {
        refused(
                new CustomerDetails("A", "UTC", "USD", country, null),
                "/country",
                "unknown_country");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"a@b.c", "first.last+tag@sub.example.com", "ö@example.de"})
    void an_email_is_an_address_or_absent(@Nullable String email) {
        allowed(new CustomerDetails("A", "UTC", "USD", "US", email));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "a@b",
                "@b.c",
                "a@.c",
                "a@b.",
                "a b@c.d",
                "a@b@c.d",
                "a@b.c\r\nBcc: d@e.f",
                "a\u0000@b.c",
                "a@b.c\n",
                "a\ud800@b.c"
            })
    void what_cannot_be_written_to_is_no_email(String email) {
        refused(new CustomerDetails("A", "UTC", "USD", "US", email), "/email", "invalid_email");
    }

    @Test
    void an_email_has_at_most_254_characters() {
        allowed(new CustomerDetails("A", "UTC", "USD", "US", "x".repeat(250) + "@b.c"));
        refused(
                new CustomerDetails("A", "UTC", "USD", "US", "x".repeat(251) + "@b.c"),
                "/email",
                "invalid_email");
    }

    @Test
    void all_faults_are_named_at_once() {
        ApiProblem problem = problem(new CustomerDetails("", "", "", "", ""));

        assertThat(problem.errors())
                .extracting(FieldError::pointer)
                .containsExactly("/name", "/timeZone", "/currency", "/country", "/email");
        assertThat(problem.detail()).contains("A name has").contains("ISO 4217");
    }

    private static void allowed(CustomerDetails details) {
        assertThatCode(() -> CustomerDetailsRule.check(details)).doesNotThrowAnyException();
    }

    private static void refused(CustomerDetails details, String pointer, String code) {
        ApiProblem problem = problem(details);
        assertThat(problem.status()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(problem.code()).isEqualTo("invalid_request");
        List<FieldError> errors = problem.errors();
        assertThat(errors).extracting(FieldError::pointer).containsExactly(pointer);
        assertThat(errors).extracting(FieldError::code).containsExactly(code);
    }

    private static ApiProblem problem(CustomerDetails details) {
        ApiProblem problem =
                catchThrowableOfType(ApiProblem.class, () -> CustomerDetailsRule.check(details));
        assertThat(problem).as("%s is refused", details).isNotNull();
        return problem;
    }
}
