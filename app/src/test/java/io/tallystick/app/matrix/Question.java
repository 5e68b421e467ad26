package io.tallystick.app.matrix;

import io.tallystick.edge.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        filled.put("number", Bodies.NUMBER);
        filled.put("hash", "0".repeat(64));
        // Nobody's: no credits are held in the town.
        filled.put("hold", "01900000-0000-7000-8000-000000000000");
        filled.put("mail", "01900000-0000-7000-8000-000000000000");
        // Nothing was told to anybody there, either.
        filled.put("delivery", "01900000-0000-7000-8000-000000000000");
        filled.put("primary", "0f6e66");
        filled.put("accent", "none");
        for (String name :
                List.of("customer", "partner", "id", "position", "ordinal", "slug", "section")) {
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
        return Entry.PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), text, values)));
    }

    private static String value(String name, String text, Map<String, String> values) {
        String value = values.get(name);
        if (value == null) {
            throw new AssertionError(
                    "Nothing fills {%s} of %s. Say whose it is with Entry.id, or teach Cell.value."
                            .formatted(name, text));
        }
        return value;
    }
}
