package io.tallystick.app.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `docs/openapi.json`.
public final class CommittedDocument {

    public static final Path FILE = Path.of("../docs/openapi.json");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String text;
    private final JsonNode document;

    private CommittedDocument(String text) {
        this.text = text;
        this.document = JSON.readTree(text);
    }

    public static CommittedDocument read() {
        try {
            return new CommittedDocument(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return text;
    }

    JsonNode json(@Nullable String body) {
        return JSON.readTree(body);
    }

    /// Method and path template of each operation, like `GET /api/v1/meters/{slug}`.
    public SortedSet<String> operations() {
        SortedSet<String> operations = new TreeSet<>();
        for (String path : paths()) {
            for (String method : item(path).propertyNames()) {
                operations.add(method.toUpperCase(Locale.ROOT) + " " + path);
            }
        }
        return operations;
    }

    public List<String> paths() {
        return List.copyOf(document.get("paths").propertyNames());
    }

    /// Every object in the document with its place, from the top.
    public List<Place> places() {
        List<Place> places = new ArrayList<>();
        collect("", document, places);
        return places;
    }

    /// @param path keys and indices from the top, like a JSON pointer
    public record Place(String path, JsonNode node) {}

    private static void collect(String path, JsonNode node, List<Place> places) {
        if (node.isObject()) {
            places.add(new Place(path, node));
            node.properties()
                    .forEach(child ->
                            collect(path + "/" + child.getKey(), child.getValue(), places));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "/" + i, node.get(i), places);
            }
        }
    }

    /// Names of the shared parameters of the query string that may be repeated.
    List<String> lists() {
        return document.at("/components/parameters")
                .valueStream()
                .filter(parameter -> parameter.at("/schema/type").asString("").equals("array"))
                .map(parameter -> parameter.get("name").asString())
                .toList();
    }

    List<String> requiredOfProblem() {
        return document.at("/components/schemas/Problem/required")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    /// The operation that takes a path; of several templates the one with the fewest variables.
    Optional<JsonNode> operation(String method, String path) {
        return paths().stream()
                .filter(template -> path.matches(template.replaceAll("\\{[^}]+}", "[^/]+")))
                .min(Comparator.comparing(template -> template.split("\\{").length))
                .map(template -> item(template).get(method.toLowerCase(Locale.ROOT)));
    }

    private JsonNode item(String path) {
        return document.get("paths").get(path);
    }
}
