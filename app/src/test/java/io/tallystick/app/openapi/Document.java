package io.tallystick.app.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/// Puts everything into the [Frame], each thing at a place that does not depend on the order in
/// which endpoints were found.
final class Document implements GlobalOpenApiCustomizer {

    private static final String BASE = "/api/v1/";

    /// First word of a path and the tag that it is shown under.
    private static final Map<String, String> TAGS =
            Map.of(
                    "events", "Events",
                    "meters", "Meters",
                    "customers", "Customers",
                    "me", "Me",
                    "partners", "Partners",
                    "system-log", "System log",
                    "support-tickets", "Support",
                    "admin", "Operation",
                    "openapi.json", "Document");

    private final Frame frame;
    private final SettingsSchemas settings;

    Document(Frame frame, SettingsSchemas settings) {
        this.frame = frame;
        this.settings = settings;
    }

    @Override
    public void customise(OpenAPI document) {
        OpenAPI shared = frame.document();
        document.setInfo(shared.getInfo());
        document.setServers(shared.getServers());
        document.setSecurity(shared.getSecurity());
        document.setTags(shared.getTags());
        document.setComponents(components(document.getComponents()));
        var paths = new Paths();
        new TreeMap<>(document.getPaths())
                .forEach((path, item) -> paths.addPathItem(path, tag(path, item)));
        document.setPaths(paths);
    }

    private Components components(Components found) {
        Components shared = frame.components();
        Ingest.addSchemas(found);
        settings.addTo(found);
        Map<String, Schema> schemas = new TreeMap<>(found.getSchemas());
        schemas.putAll(shared.getSchemas());
        return new Components()
                .schemas(schemas)
                .parameters(shared.getParameters())
                .headers(shared.getHeaders())
                .requestBodies(shared.getRequestBodies())
                .securitySchemes(shared.getSecuritySchemes());
    }

    private static PathItem tag(String path, PathItem item) {
        String word = path.substring(BASE.length()).replaceFirst("/.*", "");
        String tag = TAGS.get(word);
        if (tag == null) {
            throw new IllegalStateException("Under which tag is " + path + " shown?");
        }
        for (Operation operation : item.readOperations()) {
            operation.setTags(List.of(tag));
            var responses = new ApiResponses();
            responses.putAll(new TreeMap<>(operation.getResponses()));
            operation.setResponses(responses);
        }
        return item;
    }
}
