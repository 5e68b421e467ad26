package io.tallystick.query.position;

import io.tallystick.edge.RequestId;
import io.tallystick.edge.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// 503 `projection_behind` with the time after which another try makes sense. Before the advice
/// that turns everything unknown into our fault.
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProjectionBehindAdvice {

    private static final String RETRY_AFTER_SECONDS = "1";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(ProjectionBehind behind, HttpServletRequest request) {
        ProblemDetail body =
                Problems.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "projection_behind",
                        String.valueOf(behind.getMessage()),
                        RequestId.of(request),
                        List.of());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }
}
