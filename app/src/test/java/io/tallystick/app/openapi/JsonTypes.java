package io.tallystick.app.openapi;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;

/// How the type of a record's component looks in JSON. It knows the types that bodies have and
/// refuses others, so that nothing is described by a guess.
final class JsonTypes {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Type> variables;
    private final boolean isRequest;
    private final ModelConverterContext context;

    JsonTypes(Map<String, Type> variables, boolean isRequest, ModelConverterContext context) {
        this.variables = variables;
        this.isRequest = isRequest;
        this.context = context;
    }

    static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    Schema<?> of(RecordComponent component) {
        if (component.getAccessor().isAnnotationPresent(JsonRawValue.class)) {
            // Whatever was sent.
            return new JsonSchema();
        }
        if (component.getType() == JsonNode.class && isNumber(component)) {
            return types(schema("integer", "int32"), "null");
        }
        if (component.getType() == BigDecimal.class) {
            return nullable(decimal(component), component.getAnnotatedType());
        }
        return of(component.getAnnotatedType());
    }

    /// A request that tells a null that was sent from a number that was left out.
    private static boolean isNumber(RecordComponent component) {
        JsonFormat format = component.getAccessor().getAnnotation(JsonFormat.class);
        return format != null && format.shape() == JsonFormat.Shape.NUMBER_INT;
    }

    private Schema<?> of(AnnotatedType annotated) {
        return nullable(plain(annotated), annotated);
    }

    private Schema<?> plain(AnnotatedType annotated) {
        Type type = variables.getOrDefault(annotated.getType().getTypeName(), annotated.getType());
        if (annotated instanceof AnnotatedParameterizedType generic) {
            return container(generic);
        }
        return switch (type.getTypeName()) {
            case "java.lang.String" -> schema("string", null);
            case "boolean", "java.lang.Boolean" -> schema("boolean", null);
            case "int", "java.lang.Integer" -> schema("integer", "int32");
            case "long", "java.lang.Long" -> schema("integer", "int64");
            case "double", "java.lang.Double" -> schema("number", "double");
            default -> type instanceof Class<?> known ? known(known) : model(type);
        };
    }

    private Schema<?> known(Class<?> type) {
        if (type == Instant.class) {
            return schema("string", "date-time");
        }
        if (type == UUID.class) {
            return schema("string", "uuid");
        }
        if (type == JsonNode.class && isRequest) {
            // It tells a null that was sent from a text that was left out.
            return types(schema("string", null), "null");
        }
        if (type.isEnum()) {
            return values(type);
        }
        if (type.isRecord()) {
            return model(type);
        }
        throw new IllegalStateException("How is " + type + " written in JSON?");
    }

    private Schema<?> container(AnnotatedParameterizedType generic) {
        AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
        String type = generic.getType().getTypeName();
        if (type.startsWith(List.class.getName() + "<")) {
            return schema("array", null).items(of(arguments[0]));
        }
        if (type.startsWith(Map.class.getName() + "<java.lang.String,")) {
            Schema<?> map = schema("object", null);
            map.setAdditionalProperties(of(arguments[1]));
            return map;
        }
        return model(generic.getType());
    }

    private Schema<?> model(Type type) {
        return context.resolve(new io.swagger.v3.core.converter.AnnotatedType(type));
    }

    private static Schema<?> values(Class<?> type) {
        JsonSchema schema = schema("string", null);
        Arrays.stream(type.getEnumConstants())
                .map(value -> JSON.convertValue(value, String.class))
                .forEach(schema::addEnumItemObject);
        return schema;
    }

    /// Money and quantities are text, so that no client rounds them.
    private static JsonSchema decimal(RecordComponent component) {
        JsonSerialize how = component.getAccessor().getAnnotation(JsonSerialize.class);
        if (how == null) {
            throw new IllegalStateException(component + " does not say how it is written.");
        }
        return how.using().getSimpleName().equals("AsText")
                ? schema("string", "decimal")
                : schema("number", null);
    }

    private Schema<?> nullable(Schema<?> schema, AnnotatedType type) {
        if (isRequest || !isNullable(type)) {
            return schema;
        }
        return schema.get$ref() == null
                ? types(schema, "null")
                : new JsonSchema().anyOf(List.of(schema, schema("null", null)));
    }

    private static Schema<?> types(Schema<?> schema, String other) {
        Set<String> types = new LinkedHashSet<>(schema.getTypes());
        types.add(other);
        schema.setTypes(types);
        if (schema.getEnum() != null) {
            schema.addEnumItemObject(null);
        }
        return schema;
    }

    private static JsonSchema schema(String type, @Nullable String format) {
        var schema = new JsonSchema();
        schema.setTypes(new LinkedHashSet<>(Set.of(type)));
        if (format != null) {
            schema.setFormat(format);
        }
        return schema;
    }
}
