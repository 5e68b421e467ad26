package io.tallystick.app.openapi;

import com.fasterxml.jackson.databind.JavaType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the type variables of a generic record stand for.
final class TypeVariables {

    private TypeVariables() {}

    static Map<String, Type> of(JavaType type) {
        Map<String, Type> variables = new LinkedHashMap<>();
        for (int i = 0; i < type.getBindings().size(); i++) {
            variables.put(type.getBindings().getBoundName(i), type.getBindings().getBoundType(i));
        }
        return variables;
    }
}
