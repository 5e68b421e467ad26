package io.tallystick.edge.limit;

import java.util.Locale;

/// How fast the keys of a customer may ask, as it was agreed.
public enum ApiTier {
    STANDARD(100),
    PREMIUM(500),

    /// The number is the customer's own.
    ENTERPRISE(0);

    private final int requestsPerMinute;

    ApiTier(int requestsPerMinute) {
        this.requestsPerMinute = requestsPerMinute;
    }

    int requestsPerMinute() {
        return requestsPerMinute;
    }

    public String lower() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ApiTier named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
