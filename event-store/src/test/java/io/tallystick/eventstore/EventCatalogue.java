package io.tallystick.eventstore;

import io.tallystick.events.EventName;
import io.tallystick.events.Vocabulary;
import io.tallystick.eventstore.VocabularyDocs.Doc;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The facts as people look them up: from the records themselves, what their sources say of them,
/// and the JSON that was approved.
final class EventCatalogue {

    private static final String HEAD =
            """
            # Facts

            Generated from the records in `events/` by `EventCatalogueTest`, with an example of each as it is stored. A
            record's fields are in the order in which they are written. What else the log holds, and what the metadata of a
            fact says, is in [events.md](events.md).
            """;

    private final VocabularyDocs docs;
    private final Path approved;
    private final Set<Class<?>> values = new LinkedHashSet<>();

    private EventCatalogue(VocabularyDocs docs, Path approved) {
        this.docs = docs;
        this.approved = approved;
    }

    static String text(Path sources, Path approved) throws IOException {
        return new EventCatalogue(VocabularyDocs.of(sources), approved).write();
    }

    private String write() throws IOException {
        var text = new StringBuilder(HEAD);
        for (var feature : byFeature().entrySet()) {
            text.append("\n## ").append(words(feature.getKey().getSimpleName())).append("\n\n");
            text.append(docs.of(feature.getKey()).text()).append('\n');
            for (Class<?> fact : feature.getValue()) {
                text.append(fact(fact));
            }
        }
        text.append("\n## Values\n\nRecords that facts hold.\n");
        for (Class<?> value : valuesOfValues()) {
            text.append("\n### ").append(VocabularyDocs.name(value)).append("\n\n");
            text.append(described(value));
        }
        return text.toString();
    }

    private static Map<Class<?>, List<Class<?>>> byFeature() {
        return Vocabulary.facts().stream()
                .collect(
                        Collectors.groupingBy(
                                fact -> (Class<?>) fact.getInterfaces()[0],
                                LinkedHashMap::new,
                                Collectors.toList()));
    }

    private String fact(Class<?> fact) throws IOException {
        EventName name = fact.getAnnotation(EventName.class);
        String file = name.value() + "-" + name.revision() + ".json";
        return "\n### `"
                + name.value()
                + "`"
                + (name.revision() == 1 ? "" : ", revision " + name.revision())
                + "\n\n"
                + described(fact)
                + "\n```json\n"
                + Files.readString(approved.resolve(file)).strip()
                + "\n```\n";
    }

    private String described(Class<?> type) {
        Doc doc = docs.of(type);
        return doc.text()
                + "\n\n| field | | |\n|---|---|---|\n"
                + Arrays.stream(type.getRecordComponents())
                        .map(field -> row(field, doc.fields().getOrDefault(field.getName(), "")))
                        .collect(Collectors.joining());
    }

    private String row(RecordComponent field, String said) {
        boolean isNullable = field.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return "| `%s` | %s%s | %s |%n"
                .formatted(
                        field.getName(),
                        shape(field.getGenericType()),
                        isNullable ? " or null" : "",
                        said)
                .replace("|  |", "| |");
    }

    private String shape(Type type) {
        if (type instanceof ParameterizedType of
                && of.getRawType() instanceof Class<?> raw
                && Collection.class.isAssignableFrom(raw)) {
            return "list of " + shape(of.getActualTypeArguments()[0]);
        }
        if (type instanceof Class<?> record && record.isRecord()) {
            values.add(record);
            String name = VocabularyDocs.name(record);
            String anchor = name.replace(".", "").toLowerCase(Locale.ROOT);
            return "[" + name + "](#" + anchor + ")";
        }
        return SHAPES.getOrDefault(type, type.getTypeName());
    }

    private static final Map<Type, String> SHAPES =
            Map.of(
                    UUID.class, "UUID",
                    String.class, "text",
                    boolean.class, "true or false",
                    int.class, "whole number",
                    Integer.class, "whole number",
                    long.class, "whole number",
                    BigDecimal.class, "decimal",
                    Instant.class, "instant");

    /// Describing one may find another.
    private Collection<Class<?>> valuesOfValues() {
        Map<String, Class<?>> all = new TreeMap<>();
        while (all.size() < values.size()) {
            for (Class<?> value : List.copyOf(values)) {
                all.put(VocabularyDocs.name(value), value);
                described(value);
            }
        }
        return all.values();
    }

    /// `PartnerSettingsEvent` is about partner settings.
    private static String words(String name) {
        String spaced =
                name.replace("Event", "")
                        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                        .toLowerCase(Locale.ROOT);
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
