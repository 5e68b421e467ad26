package io.tallystick.app.security;

import io.tallystick.edge.access.AccessFilter;
import io.tallystick.edge.caller.BearerFilter;
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
import java.util.List;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.XXssProtectionHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;

/// Where events leave the chain of filters, before any of those that they have no use for. Of what
/// the API's own chain does, this does what concerns them, with the same parts: the record of
/// refusals, the credential, the headers. Without a credential the request goes on and is refused
/// like any other.
final class EventsDoor implements Filter {

    /// Those that Spring Security gives every answer.
    private static final List<HeaderWriter> HEADERS =
            List.of(
                    new XContentTypeOptionsHeaderWriter(),
                    new XXssProtectionHeaderWriter(),
                    new CacheControlHeadersWriter(),
                    new HstsHeaderWriter(),
                    new XFrameOptionsHeaderWriter());

    private final AccessFilter accesses;
    private final BearerFilter credentials;
    private final EventsLane lane;

    EventsDoor(AccessFilter accesses, BearerFilter credentials, EventsLane lane) {
        this.accesses = accesses;
        this.credentials = credentials;
        this.lane = lane;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http
                && response instanceof HttpServletResponse answer
                && lane.isFor(http)) {
            enter(http, answer, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void enter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HEADERS.forEach(header -> header.writeHeaders(request, response));
        FilterChain taking = (_, _) -> take(request, response, chain);
        FilterChain judging = (_, _) -> credentials.doFilter(request, response, taking);
        try {
            accesses.doFilter(request, response, judging);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private void take(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
            lane.take(caller, request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
