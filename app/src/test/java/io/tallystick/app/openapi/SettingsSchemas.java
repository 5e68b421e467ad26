package io.tallystick.app.openapi;

import io.swagger.v3.core.converter.ModelConverterContextImpl;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.tallystick.edge.settings.PartnerSectionType;
import io.tallystick.edge.settings.SectionType;
import io.tallystick.events.settings.PartnerSection;
import io.tallystick.events.settings.Section;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/// Settings are read and written section by section from the tables of [SectionType] and
/// [PartnerSectionType], so their signatures do not tell which fields there are. The tables do.
final class SettingsSchemas implements GlobalOperationCustomizer {

    private static final String PACKAGES = ".settings";
    private static final String ALL = "Settings";
    private static final String CHANGE = "SettingsChange";
    private static final String SAVED = "SettingsSaved";
    private static final String PARTNER_CHANGE = "PartnerSettingsChange";
    private static final String PARTNER_SAVED = "PartnerSettingsSaved";

    private final DocComments comments;

    SettingsSchemas(DocComments comments) {
        this.comments = comments;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (!handler.getBeanType().getPackageName().endsWith(PACKAGES)) {
            return operation;
        }
        switch (handler.getMethod().getName()) {
            case "readSettings" -> Handlers.answer(operation).setContent(json(ALL));
            case "changeSettings" -> {
                operation.setRequestBody(new RequestBody().required(true).content(json(CHANGE)));
                Handlers.answer(operation).setContent(json(SAVED));
            }
            case "changePartnerSettings" -> {
                operation.setRequestBody(
                        new RequestBody().required(true).content(json(PARTNER_CHANGE)));
                Handlers.answer(operation).setContent(json(PARTNER_SAVED));
            }
            case "changeLogo" -> {
                operation.setRequestBody(new RequestBody().required(true).content(picture()));
                Handlers.answer(operation).setContent(json(name(Section.Branding.class) + "Saved"));
            }
            case "removeLogo" ->
                    Handlers.answer(operation)
                            .setContent(json(name(Section.Branding.class) + "Saved"));
            case "changePartnerLogo" -> {
                operation.setRequestBody(new RequestBody().required(true).content(picture()));
                Handlers.answer(operation)
                        .setContent(json(name(PartnerSection.Branding.class) + "Saved"));
            }
            case "removePartnerLogo" ->
                    Handlers.answer(operation)
                            .setContent(json(name(PartnerSection.Branding.class) + "Saved"));
            case "readLogo" -> Handlers.answer(operation).setContent(binary("image/png"));
            default -> {}
        }
        return operation;
    }

    void addTo(Components components) {
        Schema<?> all = object("All that is set for a customer.");
        all.addProperty("version", version());
        all.addRequiredItem("version");
        for (SectionType type : SectionType.values()) {
            components.addSchemas(name(type.record()), section(type.record(), false));
            all.addProperty(type.key(), described(type.record()));
            all.addRequiredItem(type.key());
        }
        components.addSchemas(ALL, all);
        add(
                components,
                CHANGE,
                SAVED,
                Arrays.stream(SectionType.values()).map(SectionType::record));
        add(
                components,
                PARTNER_CHANGE,
                PARTNER_SAVED,
                Arrays.stream(PartnerSectionType.values()).map(PartnerSectionType::record));
    }

    private void add(
            Components components, String change, String saved, Stream<? extends Class<?>> all) {
        Schema<?> changes = new JsonSchema();
        changes.setAnyOf(new ArrayList<>());
        changes.setDescription("Fields of the section that the path names.");
        Schema<?> answers = new JsonSchema();
        answers.setAnyOf(new ArrayList<>());
        answers.setDescription("The section as the command left it, and the version.");
        all.forEach(record -> {
            components.addSchemas(name(record) + "Change", section(record, true));
            changes.addAnyOfItem(reference(name(record) + "Change"));
            answers.addAnyOfItem(saved(record, components));
        });
        components.addSchemas(change, changes);
        components.addSchemas(saved, answers);
    }

    /// A schema of its own: one that is put together of others could not say that there is no more.
    private Schema<?> saved(Class<?> record, Components components) {
        String name = name(record) + "Saved";
        Schema<?> saved = section(record, false);
        saved.addProperty("version", version());
        saved.addRequiredItem("version");
        components.addSchemas(name, saved);
        return reference(name);
    }

    private static Schema<?> version() {
        var version = new JsonSchema();
        version.setTypes(Set.of("integer"));
        version.setFormat("int64");
        version.setDescription("Counts the changes of all sections; it goes into `If-Match`.");
        return version;
    }

    private Schema<?> section(Class<?> record, boolean isRequest) {
        DocComment comment = comments.of(record);
        Schema<?> schema = object(comment.whole());
        var types = new JsonTypes(Map.of(), false, new ModelConverterContextImpl(List.of()));
        for (RecordComponent component : record.getRecordComponents()) {
            Schema<?> property = isDecimal(component) ? decimal(component) : types.of(component);
            property.setDescription(comment.parameter(component.getName()));
            schema.addProperty(component.getName(), property);
            if (!isRequest) {
                schema.addRequiredItem(component.getName());
            }
        }
        if (isRequest) {
            schema.setAdditionalProperties(false);
        }
        if (!isRequest && record == Section.ApiLimits.class) {
            addLimits(schema);
        }
        return schema;
    }

    private static boolean isDecimal(RecordComponent component) {
        return component.getGenericType().getTypeName().contains(BigDecimal.class.getName());
    }

    /// Decimals are texts here, alone and in lists.
    private static Schema<?> decimal(RecordComponent component) {
        var decimal = new JsonSchema();
        decimal.setTypes(
                JsonTypes.isNullable(component.getAnnotatedType())
                        ? new LinkedHashSet<>(List.of("string", "null"))
                        : Set.of("string"));
        decimal.setFormat("decimal");
        if (component.getType() == BigDecimal.class) {
            return decimal;
        }
        var list = new JsonSchema();
        list.setTypes(Set.of("array"));
        return list.items(decimal);
    }

    /// What is shown of the limits beside what was agreed.
    private static void addLimits(Schema<?> schema) {
        for (var shown :
                Map.of(
                                "requestsPerMinute",
                                "What all keys of the customer may ask together.",
                                "eventsPerMinute",
                                "What they may report together.")
                        .entrySet()) {
            Schema<?> number = version();
            number.setDescription(shown.getValue());
            schema.addProperty(shown.getKey(), number);
        }
        schema.addRequiredItem("eventsPerMinute");
    }

    private Schema<?> described(Class<?> record) {
        Schema<?> reference = reference(name(record));
        reference.setDescription(comments.of(record).whole());
        return reference;
    }

    private static Schema<?> object(String description) {
        var schema = new JsonSchema();
        schema.setTypes(Set.of("object"));
        schema.setDescription(description);
        return schema;
    }

    private static Schema<?> reference(String name) {
        return new JsonSchema().$ref("#/components/schemas/" + name);
    }

    private static Content json(String name) {
        return new Content()
                .addMediaType("application/json", new MediaType().schema(reference(name)));
    }

    private static Content picture() {
        return binary("image/png", "image/jpeg", "image/gif");
    }

    private static Content binary(String... types) {
        var content = new Content();
        for (String type : types) {
            content.addMediaType(type, new MediaType());
        }
        return content;
    }

    private static String name(Class<?> record) {
        boolean isPartners = PartnerSection.class.isAssignableFrom(record);
        return (isPartners ? "PartnerSettings" : "Settings") + record.getSimpleName();
    }
}
