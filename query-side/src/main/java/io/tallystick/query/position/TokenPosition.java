package io.tallystick.query.position;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The position in a token as Axon stores it: `{"globalIndex":7}`, and while a projection is
/// rebuilt `{"tokenAtReset":…,"currentToken":{"globalIndex":7},…}`.
final class TokenPosition {

    /// Nothing was handled yet.
    static final long START = 0;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TokenPosition() {}

    static long of(byte @Nullable [] token) {
        return token == null ? START : of(JSON.readTree(token));
    }

    private static long of(JsonNode token) {
        if (token.has("tokenAtReset")) {
            return of(token.path("currentToken"));
        }
        return token.path("globalIndex").asLong(START);
    }
}
