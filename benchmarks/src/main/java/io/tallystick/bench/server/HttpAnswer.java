package io.tallystick.bench.server;

import java.nio.charset.StandardCharsets;

/// @param position the header `Tallystick-Position`, or -1
/// @param retry whether `Retry-After` was there
/// @param closes whether the server closes the connection, as Tomcat does after every 503
public record HttpAnswer(int status, long position, boolean retry, boolean closes, byte[] body) {

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /// The answer, if it is what a good request gets.
    public HttpAnswer orFail() {
        if (status / 100 != 2) {
            throw new IllegalStateException("answered " + status + ": " + text());
        }
        return this;
    }
}
