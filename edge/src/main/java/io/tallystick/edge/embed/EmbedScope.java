package io.tallystick.edge.embed;

import java.util.Arrays;
import java.util.Optional;

/// What the session of an embed URL may show. What is not among its scopes is not there for it.
public enum EmbedScope {
    /// The sums of the month.
    USAGE("usage", "Usage"),

    /// The month day by day.
    DAYS("days", "Day by day"),

    /// Calls that were long enough to count as conversations.
    QUALIFIED_CALLS("qualifiedCalls", "Qualified calls");

    private final String key;
    private final String title;

    EmbedScope(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /// As clients and facts write it.
    public String key() {
        return key;
    }

    public String title() {
        return title;
    }

    /// @return empty for what is no scope, in whatever other case it is written
    public static Optional<EmbedScope> named(String key) {
        return Arrays.stream(values()).filter(scope -> scope.key.equals(key)).findFirst();
    }
}
