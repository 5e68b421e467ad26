package io.tallystick.app.security;

import io.tallystick.edge.caller.Caller;
import io.tallystick.ingest.EventsLane;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;

/// Where events leave the chain of filters: behind the credential. Without one the request goes on
/// and is refused like any other.
final class EventsFilter implements Filter {

    private final EventsLane lane;

    EventsFilter(EventsLane lane) {
        this.lane = lane;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof Caller caller
                && request instanceof HttpServletRequest http
                && lane.isFor(http)) {
            lane.take(caller, http, (HttpServletResponse) response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
