package io.tallystick.edge.problem;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/// Builds the body of a problem answer.
public final class Problems {

    private static final String TYPES = "https://tallystick.io/problems/";

    private Problems() {}

    public static ProblemDetail of(ApiProblem problem, String traceId) {
        return of(problem.status(), problem.code(), problem.detail(), traceId, problem.errors());
    }

    public static ProblemDetail of(
            HttpStatus status,
            String code,
            String detail,
            String traceId,
            List<ApiProblem.FieldError> errors) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create(TYPES + code.replace('_', '-')));
        body.setTitle(status.getReasonPhrase());
        body.setProperty("code", code);
        body.setProperty("traceId", traceId);
        body.setProperty("errors", errors);
        return body;
    }
}
