package io.tallystick.app.openapi;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Swagger UI over the document. The page holds no data, so it needs no credential; whoever tries a
/// request on it types a key in.
@Controller
final class DocsPage {

    @GetMapping("/docs")
    String show() {
        return "docs";
    }
}
