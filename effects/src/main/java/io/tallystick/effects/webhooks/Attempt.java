package io.tallystick.effects.webhooks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How an attempt to deliver something ended.
///
/// @param status of the answer, null where there was none
/// @param error why there was none, for programs; null where there was one
/// @param answer the beginning of the answer's body
record Attempt(
        @Nullable Integer status,
        @Nullable String error,
        @Nullable String answer,
        Duration duration) {

    private static final int GONE = 410;
    private static final int SUCCESS_MIN = 200;
    private static final int SUCCESS_MAX = 299;

    static Attempt answered(int status, String answer, Duration duration) {
        return new Attempt(status, null, answer, duration);
    }

    static Attempt failed(String error, Duration duration) {
        return new Attempt(null, error, null, duration);
    }

    /// A redirect is no success: what is behind it was judged by nobody.
    boolean isDelivered() {
        return status != null && status >= SUCCESS_MIN && status <= SUCCESS_MAX;
    }

    /// Whether the receiver says that it wants nothing any more.
    boolean isGone() {
        return status != null && status == GONE;
    }
}
