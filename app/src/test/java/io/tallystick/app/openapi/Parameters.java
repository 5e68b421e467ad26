package io.tallystick.app.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.tallystick.edge.caller.Caller;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/// Parameters that many endpoints have are described once, in the [Frame]; the others by the doc
/// comment of the method or of the record that holds them.
final class Parameters implements GlobalOperationCustomizer {

    /// How Spring hands over a query string that an endpoint reads by itself.
    private static final String ALL = "parameters";

    private static final Set<String> TIMES = Set.of("from", "to");

    private final Frame frame;
    private final DocComments comments;

    Parameters(Frame frame, DocComments comments) {
        this.frame = frame;
        this.comments = comments;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        List<Parameter> described = new ArrayList<>();
        for (Parameter parameter :
                Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of())) {
            described.addAll(describe(parameter, handler));
        }
        if (!Handlers.isOpen(handler)) {
            described.add(frame.parameter("Tallystick-Partner").orElseThrow());
        }
        operation.setParameters(described.isEmpty() ? null : described);
        return operation;
    }

    private List<Parameter> describe(Parameter parameter, HandlerMethod handler) {
        String name = parameter.getName();
        if (name.equals(ALL)) {
            return frame.parametersOf("MeterQuery.");
        }
        var shared = frame.parameter(name);
        if (shared.isPresent()) {
            return List.of(shared.get());
        }
        parameter.setDescription(text(name, handler));
        parameter.setSchema(schema(name, parameter.getSchema()));
        return List.of(parameter);
    }

    /// A parameter that is left out is absent and not null. The schema is a new one, because
    /// springdoc gives the same to all parameters of a type.
    private static Schema<?> schema(String name, Schema<?> found) {
        Set<String> types = new LinkedHashSet<>(found.getTypes());
        types.remove("null");
        var schema = new JsonSchema();
        schema.setTypes(types);
        schema.setFormat(TIMES.contains(name) ? "date-time" : found.getFormat());
        schema.setDefault(found.getDefault());
        return schema;
    }

    private String text(String name, HandlerMethod handler) {
        Stream<DocComment> ofRecords =
                Arrays.stream(handler.getMethodParameters())
                        .map(MethodParameter::getParameterType)
                        .filter(type -> type.isRecord() && type != Caller.class)
                        .map(comments::of);
        return Stream.concat(
                        Stream.of(
                                comments.of(handler.getBeanType(), handler.getMethod().getName())),
                        ofRecords)
                .map(comment -> comment.parameter(name))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
