package io.tallystick.portal.settings;

import io.tallystick.edge.settings.CustomerSections;
import io.tallystick.edge.settings.PartnerSectionType;
import io.tallystick.edge.settings.PartnerSections;
import io.tallystick.edge.settings.SectionJson;
import io.tallystick.edge.settings.SectionType;
import io.tallystick.edge.settings.SettingsDependencies;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What is set, for the templates: they name sections and fields as the API does.
///
/// @param version that forms send along
/// @param sections each by its name
/// @param forms where the form of a section goes, by its name
/// @param missing the fields of add-ons that are on and that the partner does not have
record ShownSettings(
        long version,
        Function<String, ObjectNode> sections,
        UnaryOperator<String> forms,
        List<String> missing) {

    static ShownSettings of(CustomerSections all, UnaryOperator<String> forms) {
        return new ShownSettings(
                all.version(),
                name -> SectionJson.write(all.of(SectionType.named(name).orElseThrow())),
                forms,
                SettingsDependencies.missingAddOns(all).stream()
                        .map(setting -> setting.field())
                        .toList());
    }

    static ShownSettings of(PartnerSections all, UnaryOperator<String> forms) {
        return new ShownSettings(
                all.version(),
                name -> SectionJson.write(all.of(PartnerSectionType.named(name).orElseThrow())),
                forms,
                List.of());
    }

    /// The address of a section's form.
    public String form(String section) {
        return forms.apply(section);
    }

    public boolean isMissing(String field) {
        return missing.contains(field);
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
        return sections.apply(section).get(field);
    }
}
