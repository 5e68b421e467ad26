package io.tallystick.projections.usage;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A caller's number as it was sent, without what only separates its digits. Which number that is
/// depends on the customer's country, which may be corrected later; so whoever asks for a number
/// asks for all that is read as it.
final class Dialled {

    private static final Pattern SEPARATORS = Pattern.compile("[ ()./-]");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{3,20}");

    private Dialled() {}

    /// @return empty for a caller that shows no number
    static Optional<String> of(@Nullable String from) {
        return Optional.ofNullable(from)
                .map(text -> Normalizer.normalize(text, Normalizer.Form.NFKC))
                .map(text -> SEPARATORS.matcher(text).replaceAll(""))
                .filter(text -> NUMBER.matcher(text).matches());
    }
}
