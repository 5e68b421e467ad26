package io.tallystick.ingest.usage;

import io.tallystick.edge.phone.PhoneNumbers;
import io.tallystick.ingest.cloudevents.ItemError;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the telephone numbers of an event. They are stored as E.164 writes them, so that later
/// numbers are compared as texts: which number a national writing is must not change with a country
/// that is corrected, nor with the next version of the library.
public final class NumberReading {

    /// A region that is none.
    private static final String NOWHERE = "ZZ";

    private NumberReading() {}

    /// Whether it depends on the customer's country which numbers they are.
    public static boolean needsCountry(Verdict.Usage usage) {
        for (SentNumber number : usage.numbers()) {
            if (!number.isInternational()) {
                return true;
            }
        }
        return false;
    }

    /// @param country in which national writings are read, null where there are none
    public static Verdict of(Verdict.Usage usage, @Nullable String country) {
        if (usage.numbers().isEmpty()) {
            return usage;
        }
        String region = country == null ? NOWHERE : country;
        Map<String, String> changed = new HashMap<>();
        for (SentNumber number : usage.numbers()) {
            Optional<String> read = PhoneNumbers.e164(number.writing(), region);
            if (read.isEmpty() && number.required()) {
                return new Verdict.Invalid(noNumber(number));
            }
            read.filter(e164 -> !e164.equals(number.writing()))
                    .ifPresent(e164 -> changed.put(number.member(), e164));
        }
        return changed.isEmpty()
                ? usage
                : new Verdict.Usage(
                        usage.measure(),
                        MemberTexts.replace(Objects.requireNonNull(usage.data()), changed),
                        usage.numbers());
    }

    private static ItemError noNumber(SentNumber number) {
        return new ItemError(
                "invalid_phone_number",
                "/data/" + number.member(),
                number.member()
                        + " is no telephone number. Write it with + and the code of its country.");
    }
}
