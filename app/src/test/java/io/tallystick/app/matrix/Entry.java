package io.tallystick.app.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One line of a table: a route, what it needs, and how it is asked.
///
/// @param query what may be said behind the path
/// @param body JSON, or the fields of a form; empty for none
/// @param section of the settings, where the path has one
/// @param answer the code of the refusal that is the right answer to the body, null for success
record Entry(
        String method,
        String path,
        Rule rule,
        @Nullable Thing id,
        String query,
        String body,
        @Nullable String answer,
        @Nullable String section) {

    static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");

    static Entry of(String route, Rule rule) {
        String[] parts = route.split(" ", 2);
        return new Entry(parts[0], parts[1], rule, null, "", "", null, null);
    }

    Entry id(Thing thing) {
        return new Entry(method, path, rule, thing, query, body, answer, section);
    }

    Entry query(String text) {
        return new Entry(method, path, rule, id, text, body, answer, section);
    }

    Entry body(String text) {
        return new Entry(method, path, rule, id, query, text, answer, section);
    }

    Entry answer(String code) {
        return new Entry(method, path, rule, id, query, body, code, section);
    }

    Entry section(String name) {
        return new Entry(method, path, rule, id, query, body, answer, name);
    }

    String route() {
        return method + " " + path;
    }

    /// The route as people are told it.
    String told() {
        return section == null ? route() : route().replace("{section}", section);
    }

    boolean isApi() {
        return path.startsWith("/api/");
    }

    /// Whether it names somebody without saying so in its path: then there is no 404.
    boolean isSilent() {
        return uses("customer") && !hasInPath("customer");
    }

    boolean isRead() {
        return method.equals("GET");
    }

    boolean uses(String placeholder) {
        return (path + query + body).contains("{" + placeholder + "}");
    }

    boolean hasInPath(String placeholder) {
        return path.contains("{" + placeholder + "}");
    }

    static List<String> placeholders(String text) {
        List<String> names = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    @Override
    public String toString() {
        return told() + query;
    }
}
