package io.tallystick.command.access;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import io.tallystick.edge.text.EmailAddress;
import io.tallystick.edge.text.Printable;
import io.tallystick.events.access.AccessEvent.CustomerDetails;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What may be said of a customer. All faults are named at once.
final class CustomerDetailsRule {

    private static final int NAME_CHARACTERS_MAX = 200;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> CURRENCIES =
            Currency.getAvailableCurrencies().stream()
                    .map(Currency::getCurrencyCode)
                    .collect(Collectors.toUnmodifiableSet());

    /// Abbreviations such as EST are left out: they name an offset, not a place with a calendar.
    private static final Set<String> ZONES =
            ZoneId.getAvailableZoneIds().stream()
                    .filter(zone -> zone.contains("/") || zone.equals("UTC"))
                    .collect(Collectors.toUnmodifiableSet());

    private CustomerDetailsRule() {}

    static void check(CustomerDetails details) {
        List<FieldError> errors = new ArrayList<>();
        checkName(details.name(), errors);
        require(
                ZONES.contains(details.timeZone()),
                "/timeZone",
                "unknown_time_zone",
                "Use an IANA name such as Europe/Berlin.",
                errors);
        require(
                CURRENCIES.contains(details.currency()),
                "/currency",
                "unknown_currency",
                "Use an ISO 4217 code such as USD.",
                errors);
        require(
                COUNTRIES.contains(details.country()),
                "/country",
                "unknown_country",
                "Use an ISO 3166-1 code such as US.",
                errors);
        String email = details.email();
        require(
                email == null || EmailAddress.isOne(email),
                "/email",
                "invalid_email",
                "This is no e-mail address.",
                errors);
        refuse(errors);
    }

    static void checkName(String name, List<FieldError> errors) {
        require(
                Printable.isLine(name) && !name.isBlank() && name.length() <= NAME_CHARACTERS_MAX,
                "/name",
                "invalid_name",
                "A name has 1 to 200 printable characters.",
                errors);
    }

    static void refuse(List<FieldError> errors) {
        ApiProblem.refuse(errors);
    }

    static void require(
            boolean holds, String pointer, String code, String detail, List<FieldError> errors) {
        if (!holds) {
            errors.add(new FieldError(pointer, code, detail));
        }
    }
}
