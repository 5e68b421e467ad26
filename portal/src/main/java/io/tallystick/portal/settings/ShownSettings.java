package io.tallystick.portal.settings;

import io.tallystick.edge.settings.CustomerSections;
import io.tallystick.edge.settings.SectionJson;
import io.tallystick.edge.settings.SectionType;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// What is set, for the templates: they name sections and fields as the API does.
record ShownSettings(CustomerSections sections) {

    public long version() {
        return sections.version();
    }

    public boolean is(String section, String field) {
        return value(section, field).asBoolean(false);
    }

    /// Empty for null; the items of a list have lines of their own.
    public String text(String section, String field) {
        JsonNode value = value(section, field);
        if (value.isArray()) {
            return value.valueStream().map(JsonNode::asString).collect(Collectors.joining("\n"));
        }
        return value.isNull() ? "" : value.asString();
    }

    int number(String section, String field) {
        return value(section, field).asInt();
    }

    private JsonNode value(String section, String field) {
        SectionType type = SectionType.named(section).orElseThrow();
        return SectionJson.write(sections.of(type)).get(field);
    }
}
