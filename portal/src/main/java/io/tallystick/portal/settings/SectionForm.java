package io.tallystick.portal.settings;

import io.tallystick.edge.settings.Field;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A form of a section as the body that an API client would send. A box that is not ticked is not
/// sent by a browser, so a form names its fields in another one.
final class SectionForm {

    static final String FIELDS = "fields";

    private SectionForm() {}

    static ObjectNode body(List<Field> all, List<String> fields, Map<String, String> sent) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (Field field : all) {
            if (fields.contains(field.name())) {
                body.set(field.name(), field.typed(sent.getOrDefault(field.name(), "")));
            }
        }
        return body;
    }
}
