package io.tallystick.ingest;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/// The `Prefer` header of RFC 7240, as far as it is honoured here.
final class Preference {

    static final String PREFER = "Prefer";
    static final String APPLIED = "Preference-Applied";
    static final String MINIMAL = "return=minimal";

    private static final Pattern LIST = Pattern.compile(",");
    private static final Pattern NOISE = Pattern.compile(";.*|[\\s\"]");

    private Preference() {}

    /// Of several `return` preferences the first counts.
    static boolean isMinimal(Collection<String> headers) {
        return headers.stream()
                .flatMap(LIST::splitAsStream)
                .map(preference ->
                        NOISE.matcher(preference).replaceAll("").toLowerCase(Locale.ROOT))
                .filter(preference -> preference.startsWith("return="))
                .findFirst()
                .filter(MINIMAL::equals)
                .isPresent();
    }
}
