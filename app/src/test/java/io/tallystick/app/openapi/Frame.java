package io.tallystick.app.openapi;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What no code says: the text at the head of the document, what all endpoints share, and the
/// bodies that are read by hand. It is JSON of the document's own kind.
final class Frame {

    private static final String FILE = "/openapi/frame.json";

    private final OpenAPI document = read();

    OpenAPI document() {
        return document;
    }

    Components components() {
        return document.getComponents();
    }

    /// A reference to the parameter that is called so, if it is described here.
    Optional<Parameter> parameter(String name) {
        return components().getParameters().containsKey(name)
                ? Optional.of(reference(name))
                : Optional.empty();
    }

    /// References to the parameters whose keys begin so.
    List<Parameter> parametersOf(String prefix) {
        return components().getParameters().keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(Frame::reference)
                .toList();
    }

    static Header header(String name) {
        return new Header().$ref("#/components/headers/" + name);
    }

    private static Parameter reference(String name) {
        return new Parameter().$ref("#/components/parameters/" + name);
    }

    private static OpenAPI read() {
        try (var file = Frame.class.getResourceAsStream(FILE)) {
            return Json31.mapper().readValue(Objects.requireNonNull(file), OpenAPI.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
