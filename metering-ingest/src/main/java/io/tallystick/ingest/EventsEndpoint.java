package io.tallystick.ingest;

import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.problem.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Collections;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `POST /api/v1/events`: CloudEvents in, one result per event out. The answer leaves after the
/// commit.
///
/// Refuses with 400 `malformed_json` or `malformed_gzip`, 403 `permission_missing`, 413
/// `body_too_large` or `too_many_events`, 415 `unsupported_media_type` or
/// `unsupported_content_encoding`, 503 `ingest_queue_full`, `commit_unknown` or `log_unavailable`.
/// Whatever is wrong with single events is in the results, with 207, 400 or 409.
@RestController
final class EventsEndpoint {

    private final BodyBudget budget;
    private final Intake intake;
    private final Clock clock;

    EventsEndpoint(BodyBudget budget, Intake intake, Clock clock) {
        this.budget = budget;
        this.intake = intake;
        this.clock = clock;
    }

    @PostMapping("/api/v1/events")
    ResponseEntity<Object> ingest(
            Caller caller,
            HttpServletRequest request,
            @RequestParam(defaultValue = "false") boolean atomic,
            @RequestParam(defaultValue = "false") boolean dryRun)
            throws IOException {
        caller.require(Permission.WRITE);
        if (atomic || dryRun) {
            // To store what should only have been tried would be worse than to refuse.
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "unsupported",
                    "atomic and dryRun are not supported yet.");
        }
        String requestId = RequestId.of(request);
        IngestAnswer answer = take(request, caller, requestId);
        boolean minimal =
                Preference.isMinimal(Collections.list(request.getHeaders(Preference.PREFER)));
        return Answers.of(answer, minimal, requestId);
    }

    private IngestAnswer take(HttpServletRequest request, Caller caller, String requestId)
            throws IOException {
        try (var _ = budget.take(request)) {
            return intake.take(EventsBody.read(request), caller, requestId, clock.instant());
        }
    }
}
