package io.tallystick.app.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The bodies of this API are records, so their schemas are read from the records: every component
/// is a property, and what is not `@Nullable` is never null. In an answer every property is there;
/// in a request those are required whose doc comment begins with "Required.", and there are no
/// others.
final class RecordSchemas implements ModelConverter {

    private static final String REQUEST = "Request";
    private static final String REQUIRED = "Required. ";

    private final DocComments comments;
    private final SchemaNames names = new SchemaNames();

    RecordSchemas(DocComments comments) {
        this.comments = comments;
    }

    @Override
    public boolean isOpenapi31() {
        return true;
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        JavaType java = Json.mapper().constructType(type.getType());
        if (java.getRawClass().isRecord()) {
            return reference(java, context);
        }
        if (JsonNode.class.isAssignableFrom(java.getRawClass())) {
            // Described by hand, where it is a body.
            return new JsonSchema();
        }
        return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }

    private Schema<?> reference(JavaType type, ModelConverterContext context) {
        Class<?> record = type.getRawClass();
        Map<String, Type> variables = TypeVariables.of(type);
        String about = "";
        for (Type bound : variables.values()) {
            about += nameOf(bound);
        }
        String name = names.of(record, about);
        if (!context.getDefinedModels().containsKey(name)) {
            // Known before it is complete, for records that hold their own kind.
            Schema<?> schema = new JsonSchema();
            context.defineModel(name, schema);
            describe(record, variables, schema, context);
        }
        return new JsonSchema().$ref("#/components/schemas/" + name);
    }

    private String nameOf(Type type) {
        return names.of(Json.mapper().constructType(type).getRawClass(), "");
    }

    private void describe(
            Class<?> record,
            Map<String, Type> variables,
            Schema<?> schema,
            ModelConverterContext context) {
        boolean isRequest = record.getSimpleName().equals(REQUEST);
        DocComment comment = comments.of(record);
        var types = new JsonTypes(variables, isRequest, context);
        schema.setTypes(Set.of("object"));
        schema.setDescription(comment.whole());
        for (RecordComponent component : record.getRecordComponents()) {
            String text = comment.parameter(component.getName());
            Schema<?> property = types.of(component);
            property.setDescription(text.replaceFirst(REQUIRED, ""));
            schema.addProperty(component.getName(), property);
            if (isRequest ? text.startsWith(REQUIRED) : isAlwaysThere(component)) {
                schema.addRequiredItem(component.getName());
            }
        }
        if (isRequest) {
            schema.setAdditionalProperties(false);
        }
    }

    private static boolean isAlwaysThere(RecordComponent component) {
        JsonInclude include = component.getDeclaringRecord().getAnnotation(JsonInclude.class);
        return include == null
                || include.value() != JsonInclude.Include.NON_NULL
                || !JsonTypes.isNullable(component.getAnnotatedType());
    }
}
