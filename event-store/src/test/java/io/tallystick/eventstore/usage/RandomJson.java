package io.tallystick.eventstore.usage;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Objects of any shape, with the names that a test looks for and with others.
final class RandomJson {

    private static final List<String> TEXTS =
            List.of("", "x", "a\"b", "\\", "}", "]", ",", ":", "Zürich", "\n", "😀", "null");

    private RandomJson() {}

    static ObjectNode object(Random random, List<String> names) {
        return object(random, names, 3);
    }

    private static ObjectNode object(Random random, List<String> names, int depth) {
        ObjectNode object = JsonMapper.shared().createObjectNode();
        for (int i = random.nextInt(5); i > 0; i--) {
            String name =
                    random.nextInt(3) == 0
                            ? TEXTS.get(random.nextInt(TEXTS.size()))
                            : names.get(random.nextInt(names.size()));
            object.set(name, value(random, names, depth));
        }
        return object;
    }

    private static JsonNode value(Random random, List<String> names, int depth) {
        var nodes = JsonMapper.shared().getNodeFactory();
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.booleanNode(random.nextBoolean());
            case 2 -> nodes.numberNode(random.nextInt());
            case 3 -> nodes.numberNode(random.nextInt(1000) / 8.0);
            case 4, 5 -> nodes.stringNode(TEXTS.get(random.nextInt(TEXTS.size())));
            case 6 -> object(random, names, depth - 1);
            default -> {
                ArrayNode array = nodes.arrayNode();
                for (int i = random.nextInt(3); i > 0; i--) {
                    array.add(value(random, names, depth - 1));
                }
                yield array;
            }
        };
    }

    static @Nullable String scalar(@Nullable JsonNode value) {
        return value == null || value.isNull() || value.isContainer() ? null : value.asString();
    }
}
