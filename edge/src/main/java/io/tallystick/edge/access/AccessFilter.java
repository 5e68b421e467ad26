package io.tallystick.edge.access;

import io.tallystick.edge.caller.RequestCaller;
import io.tallystick.events.audit.AccessOutcome;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/// Notes each request that was a read or was refused, after its answer. It stands before whatever
/// refuses, so it sees every refusal, and behind what forgets the caller when the answer is out.
/// What changes something is a fact, with actor and address of its own.
public final class AccessFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(AccessFilter.class);
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final int NOT_MODIFIED = 304;

    private final AccessRecords records;

    public AccessFilter(AccessRecords records) {
        this.records = records;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        try {
            AccessOutcome outcome = outcome(request, response.getStatus());
            if (outcome != null) {
                records.request(request, outcome);
            }
        } catch (RuntimeException e) {
            LOG.warn("A request could not be noted", e);
        }
    }

    /// Everybody has these, and no page is without them.
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/assets/") || path.startsWith("/webjars/");
    }

    /// @return null for what is no access: a command, a mistake in a request, what everybody may
    ///   see
    private static @Nullable AccessOutcome outcome(HttpServletRequest request, int status) {
        return switch (status) {
            case 401 -> AccessOutcome.UNAUTHENTICATED;
            case 403 -> AccessOutcome.DENIED;
            case 404 -> AccessOutcome.NOT_FOUND;
            case 429 -> AccessOutcome.LIMITED;
            default -> isRead(request, status) ? AccessOutcome.READ : null;
        };
    }

    private static boolean isRead(HttpServletRequest request, int status) {
        return READING.contains(request.getMethod())
                && (status / 100 == 2 || status == NOT_MODIFIED)
                && RequestCaller.of(request) != null;
    }
}
