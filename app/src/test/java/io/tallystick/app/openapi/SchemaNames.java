package io.tallystick.app.openapi;

import java.util.HashMap;
import java.util.Map;

/// What a record is called in the document: `CustomerView.Item` is `CustomerItem`,
/// `CreateCustomerEndpoint.Request` is `CreateCustomerRequest`. Clients generate classes of these
/// names.
final class SchemaNames {

    private final Map<String, String> types = new HashMap<>();

    /// @param about what a generic record is of, empty otherwise
    /// @throws IllegalStateException when another record has the name: one would show as the other
    String of(Class<?> record, String about) {
        String name = about + chain(record);
        String type = record.getName() + " " + about;
        String other = types.putIfAbsent(name, type);
        if (other != null && !other.equals(type)) {
            throw new IllegalStateException(other + " and " + type + " are both " + name);
        }
        return name;
    }

    private static String chain(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        String name = type.getSimpleName().replaceFirst("(View|Endpoint)$", "");
        return outer == null ? name : chain(outer) + name;
    }
}
