package io.tallystick.ingest;

import io.tallystick.edge.RequestId;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.Problems;
import io.tallystick.eventstore.LogUnavailable;
import io.tallystick.eventstore.usage.ActorRevoked;
import io.tallystick.eventstore.usage.IngestQueueFull;
import io.tallystick.ingest.cloudevents.CloudEventsParser;
import io.tallystick.ingest.cloudevents.MalformedBody;
import io.tallystick.ingest.cloudevents.TooManyEvents;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Refusals of a whole request. Asked before the advice of all endpoints, which knows none of these
/// and would call them our fault.
@RestControllerAdvice(assignableTypes = EventsEndpoint.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class IngestProblems {

    private static final String RETRY_AFTER_SECONDS = "1";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MalformedBody e, HttpServletRequest request) {
        return refuse(request, HttpStatus.BAD_REQUEST, "malformed_json", e.detail());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(BrokenGzip e, HttpServletRequest request) {
        return refuse(
                request,
                HttpStatus.BAD_REQUEST,
                "malformed_gzip",
                "The body is not gzip, or not all of it.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(BodyTooLarge e, HttpServletRequest request) {
        return refuse(
                request,
                HttpStatus.CONTENT_TOO_LARGE,
                "body_too_large",
                "A body has at most " + EventsBody.BYTES_MAX + " bytes, also inflated.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(TooManyEvents e, HttpServletRequest request) {
        return refuse(
                request,
                HttpStatus.CONTENT_TOO_LARGE,
                "too_many_events",
                "A request has at most " + CloudEventsParser.EVENTS_MAX + " events.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(IngestQueueFull e, HttpServletRequest request) {
        return tryAgain(request, "ingest_queue_full", "Too many events wait. Nothing was stored.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(ActorRevoked e, HttpServletRequest request) {
        ApiProblem problem = ApiProblem.invalidKey();
        var answer = refuse(request, problem.status(), problem.code(), problem.detail());
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .body(answer.getBody());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(CommitUnknown e, HttpServletRequest request) {
        return tryAgain(
                request,
                "commit_unknown",
                "The events may be stored or not. Send the same request again to find out.");
    }

    /// Only look-ups fail like this: nothing was sent to the log yet.
    @ExceptionHandler({LogUnavailable.class, DataAccessResourceFailureException.class})
    ResponseEntity<ProblemDetail> on(RuntimeException e, HttpServletRequest request) {
        return tryAgain(request, "log_unavailable", "The database is away. Nothing was stored.");
    }

    private static ResponseEntity<ProblemDetail> refuse(
            HttpServletRequest request, HttpStatus status, String code, String detail) {
        var problem = new ApiProblem(status, code, detail);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.of(problem, RequestId.of(request)));
    }

    private static ResponseEntity<ProblemDetail> tryAgain(
            HttpServletRequest request, String code, String detail) {
        var answer = refuse(request, HttpStatus.SERVICE_UNAVAILABLE, code, detail);
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .body(answer.getBody());
    }
}
