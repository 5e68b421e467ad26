package io.tallystick.app.openapi;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a doc comment says.
///
/// @param summary its first sentence, without the full stop
/// @param detail the rest
/// @param errors status and codes, from an end like "Errors: 404 `a_code` and `another`."
/// @param parameters name and description
record DocComment(
        String summary,
        String detail,
        SortedMap<Integer, SortedSet<String>> errors,
        Map<String, String> parameters) {

    static final DocComment NONE = new DocComment("", "", new TreeMap<>(), Map.of());

    private static final Pattern LINES = Pattern.compile("\\s*\\R\\s*");
    private static final Pattern ERRORS = Pattern.compile("\\s*Errors: (.*)$");
    private static final Pattern STATUS = Pattern.compile("(\\d{3}) ([^\\d]+)");
    private static final Pattern CODE = Pattern.compile("`(\\w+)`");

    static DocComment of(DocCommentTree tree) {
        String rest = text(tree.getBody());
        var errors = ERRORS.matcher(rest);
        return new DocComment(
                text(tree.getFirstSentence()).replaceFirst("\\.$", ""),
                ERRORS.matcher(rest).replaceFirst(""),
                errors.find() ? codes(errors.group(1)) : new TreeMap<>(),
                parameters(tree));
    }

    String whole() {
        return summary.isEmpty() ? "" : (summary + ". " + detail).strip();
    }

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    private static Map<String, String> parameters(DocCommentTree tree) {
        Map<String, String> parameters = new HashMap<>();
        for (DocTree tag : tree.getBlockTags()) {
            if (tag instanceof ParamTree parameter) {
                parameters.put(
                        parameter.getName().toString(), sentence(text(parameter.getDescription())));
            }
        }
        return parameters;
    }

    private static SortedMap<Integer, SortedSet<String>> codes(String text) {
        SortedMap<Integer, SortedSet<String>> codes = new TreeMap<>();
        STATUS.matcher(text)
                .results()
                .forEach(status -> {
                    var named =
                            codes.computeIfAbsent(
                                    Integer.valueOf(status.group(1)), _ -> new TreeSet<>());
                    CODE.matcher(status.group(2))
                            .results()
                            .forEach(code -> named.add(code.group(1)));
                });
        return codes;
    }

    private static String text(List<? extends DocTree> parts) {
        String text = parts.stream().map(DocTree::toString).collect(Collectors.joining());
        return LINES.matcher(text).replaceAll(" ").strip();
    }

    /// `when it was read` as a sentence of its own.
    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT)
                + text.substring(1)
                + (text.endsWith(".") ? "" : ".");
    }
}
