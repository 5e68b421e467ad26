package io.tallystick.ingest;

import io.tallystick.edge.IngestRequest;
import io.tallystick.edge.caller.Caller;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import tools.jackson.databind.json.JsonMapper;

/// A short way to [EventsEndpoint] for the request that comes ten thousand times a second. Spring
/// MVC finds the handler, its arguments and a converter anew for each request, which costs more
/// than everything that is done for a single event here. What is not the plain case goes that long
/// way, and so does every refusal, so that both ways answer alike.
@Component
public final class EventsLane {

    private final EventsEndpoint endpoint;
    private final HandlerMethod handler;
    private final HandlerExceptionResolver refusals;
    private final JsonMapper json;

    EventsLane(
            EventsEndpoint endpoint,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals,
            JsonMapper json)
            throws NoSuchMethodException {
        this.endpoint = endpoint;
        this.handler =
                new HandlerMethod(
                        endpoint,
                        EventsEndpoint.class.getDeclaredMethod(
                                "ingest",
                                Caller.class,
                                HttpServletRequest.class,
                                HttpServletResponse.class,
                                boolean.class,
                                boolean.class));
        this.refusals = refusals;
        this.json = json;
    }

    /// Whether the request is the plain case: a POST of events without parameters.
    public boolean isFor(HttpServletRequest request) {
        return IngestRequest.is(request) && request.getQueryString() == null;
    }

    public void take(Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            write(endpoint.ingest(caller, request, response, false, false), request, response);
        } catch (Exception e) {
            if (refusals.resolveException(request, response, handler, e) == null) {
                throw new ServletException(e);
            }
        }
    }

    private void write(
            ResponseEntity<Object> answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders()
                .forEach(
                        (name, values) -> values.forEach(value -> response.addHeader(name, value)));
        if (answer.getBody() instanceof ProblemDetail problem) {
            problem.setInstance(URI.create(request.getRequestURI()));
        }
        if (answer.getBody() != null) {
            response.getOutputStream().write(json.writeValueAsBytes(answer.getBody()));
        }
    }
}
