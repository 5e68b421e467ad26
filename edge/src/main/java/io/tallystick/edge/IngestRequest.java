package io.tallystick.edge;

import jakarta.servlet.http.HttpServletRequest;

/// What tells a report of usage from every other request, before an endpoint is found.
public final class IngestRequest {

    public static final String PATH = "/api/v1/events";

    private IngestRequest() {}

    public static boolean is(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getRequestURI().equals(PATH);
    }
}
