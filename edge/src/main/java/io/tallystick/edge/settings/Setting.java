package io.tallystick.edge.settings;

import io.tallystick.events.settings.Section;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A switch of a section, or an amount, which is on where it is not 0.
public record Setting(SectionType type, String field) implements Need {

    @Override
    public boolean in(CustomerSections all) {
        JsonNode value = value(all);
        return value.isNumber() ? value.asInt() > 0 : value.asBoolean();
    }

    JsonNode value(CustomerSections all) {
        return SectionJson.write(all.of(type)).get(field);
    }

    Section off(CustomerSections all) {
        ObjectNode section = SectionJson.write(all.of(type));
        if (section.get(field).isNumber()) {
            section.put(field, 0);
        } else {
            section.put(field, false);
        }
        return SectionJson.read(section, type.record());
    }
}
