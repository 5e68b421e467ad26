package io.tallystick.ingest;

import io.tallystick.edge.RequestId;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import io.tallystick.edge.problem.Problems;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/// Turns what became of a request into an HTTP answer.
final class Answers {

    private static final int ERRORS_MAX = 20;

    private Answers() {}

    static ResponseEntity<Object> of(IngestAnswer answer, boolean minimal, String requestId) {
        if (answer.rejected() == 0) {
            return minimal
                    ? at(answer, HttpStatus.NO_CONTENT, requestId)
                            .header(Preference.APPLIED, Preference.MINIMAL)
                            .build()
                    : at(answer, HttpStatus.OK, requestId)
                            .contentType(MediaType.APPLICATION_JSON)
                            .body(answer);
        }
        if (answer.all(ItemStatus.INVALID)) {
            return refused(
                    answer,
                    HttpStatus.BAD_REQUEST,
                    "invalid_events",
                    "No event is valid.",
                    requestId);
        }
        if (answer.all(ItemStatus.CONFLICT)) {
            return refused(
                    answer,
                    HttpStatus.CONFLICT,
                    "conflicting_events",
                    "Every event was stored before with other content.",
                    requestId);
        }
        return at(answer, HttpStatus.MULTI_STATUS, requestId)
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer);
    }

    private static ResponseEntity<Object> refused(
            IngestAnswer answer, HttpStatus status, String code, String detail, String traceId) {
        ProblemDetail problem =
                Problems.of(new ApiProblem(status, code, detail, errors(answer)), traceId);
        problem.setProperty("accepted", answer.accepted());
        problem.setProperty("duplicates", answer.duplicates());
        problem.setProperty("rejected", answer.rejected());
        problem.setProperty("position", answer.position());
        problem.setProperty("results", answer.results());
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /// The first few; each result carries its own.
    private static List<FieldError> errors(IngestAnswer answer) {
        return answer.results().stream()
                .filter(result -> result.error() != null)
                .limit(ERRORS_MAX)
                .map(Answers::fieldError)
                .toList();
    }

    private static FieldError fieldError(ItemResult result) {
        var error = Objects.requireNonNull(result.error());
        return new FieldError("/" + result.index() + error.pointer(), error.code(), error.detail());
    }

    private static ResponseEntity.BodyBuilder at(
            IngestAnswer answer, HttpStatus status, String requestId) {
        ResponseEntity.BodyBuilder builder =
                ResponseEntity.status(status).header(RequestId.HEADER, requestId);
        if (answer.position() != null) {
            builder.header(Positions.POSITION, answer.position().toString());
        }
        return builder;
    }
}
