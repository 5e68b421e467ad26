package io.tallystick.app.openapi;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/v1/openapi.json`. The document is a file that a test makes from the endpoints and
/// compares with them, so a running server needs nothing to generate it.
@RestController
final class OpenApiEndpoint {

    /// The OpenAPI document. It needs no key.
    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Resource openApiDocument() {
        return new ClassPathResource("openapi.json");
    }
}
