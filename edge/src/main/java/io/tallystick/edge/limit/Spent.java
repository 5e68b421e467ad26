package io.tallystick.edge.limit;

import io.tallystick.edge.problem.ApiProblem;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// What is left of a budget after somebody asked for a part of it.
///
/// @param allowed whether the part was there
/// @param policy what the budget is called
/// @param limit for each minute
/// @param reset until all of it is there again
public record Spent(boolean allowed, String policy, long limit, long left, Duration reset) {

    private static final Duration ALMOST_A_SECOND = Duration.ofNanos(999_999_999);

    /// Tells the client; every answer does.
    public void tell(HttpServletResponse response) {
        response.setHeader("RateLimit-Policy", "\"" + policy + "\";q=" + limit + ";w=60");
        response.setHeader("RateLimit", "\"" + policy + "\";r=" + left + ";t=" + resetSeconds());
        response.setHeader("X-RateLimit-Limit", Long.toString(limit));
        response.setHeader("X-RateLimit-Remaining", Long.toString(left));
        response.setHeader("X-RateLimit-Reset", Long.toString(resetSeconds()));
        if (!allowed) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, resetSeconds())));
        }
    }

    /// @throws ApiProblem 429 when the part was not there
    public void require() {
        if (!allowed) {
            throw new ApiProblem(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "rate_limited",
                    "All keys of the customer together have used up " + limit + " in this minute.");
        }
    }

    private long resetSeconds() {
        return reset.plus(ALMOST_A_SECOND).toSeconds();
    }
}
