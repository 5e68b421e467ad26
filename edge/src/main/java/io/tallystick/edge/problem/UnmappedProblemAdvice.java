package io.tallystick.edge.problem;

import io.tallystick.edge.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// Requests to the API that no endpoint takes: a wrong path, method or content type. Pages keep
/// their own error page.
@RestControllerAdvice
@Order
public final class UnmappedProblemAdvice {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(NoResourceFoundException e, HttpServletRequest request)
            throws Exception {
        return answer(e, e, "no_such_path", "There is nothing at this path.", request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(
            HttpRequestMethodNotSupportedException e, HttpServletRequest request) throws Exception {
        return answer(
                e,
                e,
                "method_not_allowed",
                "This path does not take " + e.getMethod() + ".",
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(HttpMediaTypeException e, HttpServletRequest request)
            throws Exception {
        String code =
                HttpStatus.valueOf(((ErrorResponse) e).getStatusCode().value())
                        .name()
                        .toLowerCase(Locale.ROOT);
        return answer(
                e, (ErrorResponse) e, code, "This content type is not understood here.", request);
    }

    private static ResponseEntity<ProblemDetail> answer(
            Exception e,
            ErrorResponse response,
            String code,
            String detail,
            HttpServletRequest request)
            throws Exception {
        if (!request.getRequestURI().startsWith("/api/")) {
            throw e;
        }
        HttpStatus status = HttpStatus.valueOf(response.getStatusCode().value());
        return ResponseEntity.status(status)
                .headers(response.getHeaders())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.of(status, code, detail, RequestId.of(request), List.of()));
    }
}
