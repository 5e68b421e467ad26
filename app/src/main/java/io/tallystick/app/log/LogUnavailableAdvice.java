package io.tallystick.app.log;

import io.tallystick.edge.RequestId;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.Problems;
import io.tallystick.eventstore.LogUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Commands and reads that found no log: nothing is wrong with the request, so it may come again.
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class LogUnavailableAdvice {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(LogUnavailable e, HttpServletRequest request) {
        ApiProblem problem = ApiProblem.databaseAway();
        return ResponseEntity.status(problem.status())
                .header(HttpHeaders.RETRY_AFTER, "1")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.of(problem, RequestId.of(request)));
    }
}
