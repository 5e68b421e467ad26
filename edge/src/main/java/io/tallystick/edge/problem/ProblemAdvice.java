package io.tallystick.edge.problem;

import io.tallystick.edge.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// The one place where an exception of an API endpoint becomes an answer.
@RestControllerAdvice(annotations = RestController.class)
public final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(ApiProblem problem, HttpServletRequest request) {
        return answer(Problems.of(problem, RequestId.of(request)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(
            MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        ApiProblem problem =
                ApiProblem.invalid(
                        e.getName(),
                        "wrong_type",
                        "The parameter " + e.getName() + " cannot be read.");
        return answer(Problems.of(problem, RequestId.of(request)));
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<ProblemDetail> databaseAway(HttpServletRequest request) {
        ProblemDetail body = Problems.of(ApiProblem.databaseAway(), RequestId.of(request));
        return ResponseEntity.status(body.getStatus())
                .header(HttpHeaders.RETRY_AFTER, "1")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    @ExceptionHandler(RequestRejectedException.class)
    ResponseEntity<ProblemDetail> rejected(HttpServletRequest request) {
        return answer(Problems.of(ApiProblem.rejected(), RequestId.of(request)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Exception e, HttpServletRequest request) {
        String traceId = RequestId.of(request);
        LOG.error("Request {} failed", traceId, e);
        return answer(
                Problems.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal_error",
                        "This is our fault. Tell us the trace id.",
                        traceId,
                        List.of()));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return object(answer(Problems.of(unreadable(e.getCause()), traceId(request))));
    }

    /// Jackson's own words name our classes; the caller gets ours.
    private static ApiProblem unreadable(@Nullable Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException unknown ->
                    ApiProblem.invalid(
                            pointer(unknown),
                            "unknown_field",
                            "There is no field " + unknown.getPropertyName() + ".");
            case StreamReadException _ ->
                    new ApiProblem(
                            HttpStatus.BAD_REQUEST, "malformed_json", "The body is not JSON.");
            case JacksonException json ->
                    ApiProblem.invalid(
                            pointer(json), "wrong_type", "This value has the wrong type.");
            case null, default ->
                    new ApiProblem(
                            HttpStatus.BAD_REQUEST, "unreadable_body", "The body cannot be read.");
        };
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String name = e.getFieldErrors().isEmpty() ? "" : e.getFieldErrors().getFirst().getField();
        ApiProblem problem =
                ApiProblem.invalid(
                        name, "wrong_type", "The parameter " + name + " cannot be read.");
        return object(answer(Problems.of(problem, traceId(request))));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        HttpStatus known = HttpStatus.valueOf(status.value());
        String code = known.name().toLowerCase(java.util.Locale.ROOT);
        String detail =
                body instanceof ProblemDetail problem && problem.getDetail() != null
                        ? problem.getDetail()
                        : known.getReasonPhrase();
        return object(answer(Problems.of(known, code, detail, traceId(request), List.of())));
    }

    private static String pointer(JacksonException e) {
        return e.getPath().stream()
                .map(part ->
                        "/"
                                + (part.getPropertyName() == null
                                        ? part.getIndex()
                                        : part.getPropertyName()))
                .collect(Collectors.joining());
    }

    private static String traceId(WebRequest request) {
        return RequestId.of(((ServletWebRequest) request).getRequest());
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail body) {
        return ResponseEntity.status(body.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    private static ResponseEntity<Object> object(ResponseEntity<ProblemDetail> answer) {
        return new ResponseEntity<>(answer.getBody(), answer.getHeaders(), answer.getStatusCode());
    }
}
