package io.tallystick.app.openapi;

import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;

/// Headers of answers to a customer's key; nobody else is limited.
final class RateLimits {

    private static final List<String> HEADERS =
            List.of(
                    "RateLimit-Policy",
                    "RateLimit",
                    "X-RateLimit-Limit",
                    "X-RateLimit-Remaining",
                    "X-RateLimit-Reset");

    private RateLimits() {}

    static void describe(ApiResponse response) {
        HEADERS.forEach(header -> response.addHeaderObject(header, Frame.header(header)));
    }
}
