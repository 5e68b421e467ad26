package io.tallystick.command.access;

import io.tallystick.edge.problem.ApiProblem.FieldError;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The one form in which e-mail addresses are kept and compared: NFKC, lower case, the domain as
/// the DNS writes it. The local part is ASCII and every label of the domain is of one script, so
/// that no two addresses look the same.
public final class EmailRule {

    private static final int CHARACTERS_MAX = 254;
    private static final Pattern LOCAL =
            Pattern.compile(
                    "(?=.{1,64}$)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]*[a-z0-9])?");

    /// How Japanese and Korean are written; no other scripts share a word.
    private static final List<Set<Character.UnicodeScript>> TOGETHER =
            List.of(
                    EnumSet.of(
                            Character.UnicodeScript.HAN,
                            Character.UnicodeScript.HIRAGANA,
                            Character.UnicodeScript.KATAKANA),
                    EnumSet.of(Character.UnicodeScript.HAN, Character.UnicodeScript.HANGUL));

    private EmailRule() {}

    /// @return empty for what is no address
    public static Optional<String> normalise(String given) {
        String text = Normalizer.normalize(given.strip(), Normalizer.Form.NFKC);
        int at = text.lastIndexOf('@');
        if (at < 1 || text.length() > CHARACTERS_MAX || !isPrintable(text)) {
            return Optional.empty();
        }
        String local = text.substring(0, at).toLowerCase(Locale.ROOT);
        return domain(text.substring(at + 1))
                .filter(domain -> LOCAL.matcher(local).matches())
                .map(domain -> local + "@" + domain)
                .filter(email -> email.length() <= CHARACTERS_MAX);
    }

    static String check(String given, List<FieldError> errors) {
        Optional<String> email = normalise(given);
        CustomerDetailsRule.require(
                email.isPresent(),
                "/email",
                "invalid_email",
                "This is no e-mail address that we can tell from all others.",
                errors);
        return email.orElse("");
    }

    private static Optional<String> domain(String given) {
        try {
            String ascii =
                    IDN.toASCII(given.toLowerCase(Locale.ROOT), IDN.USE_STD3_ASCII_RULES)
                            .toLowerCase(Locale.ROOT);
            boolean fine =
                    DOMAIN.matcher(ascii).matches()
                            && Arrays.stream(IDN.toUnicode(ascii).split("\\."))
                                    .allMatch(EmailRule::isOfOneScript);
            return fine ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException noDomain) {
            return Optional.empty();
        }
    }

    private static boolean isOfOneScript(String label) {
        Set<Character.UnicodeScript> scripts = EnumSet.noneOf(Character.UnicodeScript.class);
        label.codePoints().mapToObj(Character.UnicodeScript::of).forEach(scripts::add);
        scripts.remove(Character.UnicodeScript.COMMON);
        scripts.remove(Character.UnicodeScript.INHERITED);
        return scripts.size() < 2
                || TOGETHER.stream().anyMatch(together -> together.containsAll(scripts));
    }

    /// Neither a control nor anything that is invisible or turns the direction of writing.
    public static boolean isPrintable(String text) {
        return text.codePoints()
                .noneMatch(letter ->
                        switch (Character.getType(letter)) {
                            case Character.CONTROL,
                                    Character.FORMAT,
                                    Character.SURROGATE,
                                    Character.PRIVATE_USE,
                                    Character.UNASSIGNED,
                                    Character.LINE_SEPARATOR,
                                    Character.PARAGRAPH_SEPARATOR ->
                                    true;
                            default -> false;
                        });
    }
}
