package io.tallystick.edge.access;

import io.tallystick.edge.IngestRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.HandlerMapping;

/// What a request asked for: its method and the template of its path, never the path, of which a
/// sender can make as many as it likes. Who is refused before a route is looked for has asked for
/// something behind that door.
final class RequestRoute {

    private static final String API = "/api/";

    private RequestRoute() {}

    static String of(HttpServletRequest request) {
        return request.getMethod() + " " + template(request);
    }

    private static String template(HttpServletRequest request) {
        Object matched = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (matched != null) {
            return matched.toString();
        }
        if (IngestRequest.is(request)) {
            return IngestRequest.PATH;
        }
        return request.getRequestURI().startsWith(API) ? API + "**" : "/**";
    }
}
