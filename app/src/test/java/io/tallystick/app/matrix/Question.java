package io.tallystick.app.matrix;

import io.tallystick.edge.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;

/// A cell as one caller asks it, with every placeholder filled.
///
/// @param sent the names of houses and things that it says
record Question(Entry entry, Cell cell, String path, String body, List<String> sent) {

    /// @param own what the caller knows about itself
    static Question of(Entry entry, Cell cell, Map<String, String> own) {
        Map<String, String> filled = new TreeMap<>(own);
        filled.put("new", "made-" + Ids.next());
        filled.put("name", "nowhere");
        for (String name : List.of("customer", "partner", "id", "position", "ordinal", "slug")) {
            cell.value(name, entry).ifPresent(value -> filled.put(name, value));
        }
        List<String> sent = new ArrayList<>();
        sent.add(filled.get("new"));
        for (String name : List.of("customer", "partner", "id")) {
            if (entry.uses(name)) {
                sent.add(filled.get(name));
            }
        }
        if (entry.hasInPath("position")) {
            sent.add(filled.get("position") + "/" + filled.get("ordinal"));
        }
        if (cell.named() != null) {
            sent.add(cell.named().key());
        }
        return new Question(
                entry,
                cell,
                fill(entry.path() + entry.query(), filled),
                fill(entry.body(), filled),
                sent);
    }

    private static String fill(String text, Map<String, String> values) {
        Function<MatchResult, String> value =
                found -> {
                    String filled = values.get(found.group(1));
                    if (filled == null) {
                        throw new AssertionError("nothing fills " + found.group());
                    }
                    return Matcher.quoteReplacement(filled);
                };
        return Entry.PLACEHOLDER.matcher(text).replaceAll(value);
    }
}
