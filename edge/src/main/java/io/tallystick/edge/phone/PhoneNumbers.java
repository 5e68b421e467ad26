package io.tallystick.edge.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads telephone numbers as E.164, in which form numbers are kept and compared. Whether anybody
/// has a number is not asked: callers that one does not want show numbers that nobody has.
public final class PhoneNumbers {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    /// The library finds a number in any text, and makes one of letters.
    private static final Pattern WRITING = Pattern.compile("\\+?[\\p{Nd} ()./-]{1,40}");

    private PhoneNumbers() {}

    /// @param country as ISO 3166-1 writes it; a number that does not say its own is one of there
    /// @return empty for what is no number
    public static Optional<String> e164(String given, String country) {
        String text = Normalizer.normalize(given.strip(), Normalizer.Form.NFKC);
        if (!WRITING.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            PhoneNumber number = LIBRARY.parse(text, country);
            return isWhole(number)
                    ? Optional.of(LIBRARY.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException noNumber) {
            return Optional.empty();
        }
    }

    /// What is dialled within a town only is no number elsewhere.
    private static boolean isWhole(PhoneNumber number) {
        return LIBRARY.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
    }

    /// All that is read as the number in a country, without what only separates digits. No other
    /// number is written so there.
    public static Set<String> writings(String e164, String country) {
        try {
            PhoneNumber number = LIBRARY.parse(e164, country);
            String abroad = LIBRARY.formatOutOfCountryCallingNumber(number, country);
            String national = LIBRARY.format(number, PhoneNumberFormat.NATIONAL);
            String withPrefix = "+" + number.getCountryCode() + digits(national);
            return Stream.of(e164, e164.substring(1), withPrefix, digits(national), digits(abroad))
                    .filter(writing -> e164(writing, country).filter(e164::equals).isPresent())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (NumberParseException impossible) {
            throw new IllegalArgumentException("no E.164", impossible);
        }
    }

    private static String digits(String number) {
        return PhoneNumberUtil.normalizeDigitsOnly(number);
    }
}
