package io.tallystick.ingest;

import io.tallystick.edge.IngestRequest;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.limit.CustomerBudget;
import io.tallystick.edge.problem.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Collections;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `POST /api/v1/events`: CloudEvents in, one result per event out.
@RestController
final class EventsEndpoint {

    private final BodyBudget budget;
    private final Intake intake;
    private final CustomerBudget limits;
    private final KeyProof proof;
    private final Clock clock;

    EventsEndpoint(
            BodyBudget budget, Intake intake, CustomerBudget limits, KeyProof proof, Clock clock) {
        this.proof = proof;
        this.limits = limits;
        this.budget = budget;
        this.intake = intake;
        this.clock = clock;
    }

    /// Report usage. One result per event comes back, and the answer leaves after the commit:
    /// `accepted` is durable. An event that was sent before is a `duplicate` and counts once,
    /// however late the retry comes. Whatever is wrong with single events is in the results, with
    /// 207, 400 or 409. Needs the permission WRITE.
    ///
    /// Errors: 400 `invalid_events`, `malformed_json`, `malformed_gzip` and `unsupported`, 403
    /// `permission_missing`, 409 `conflicting_events`, 413 `body_too_large` and `too_many_events`,
    /// 415 `unsupported_content_encoding`, 503 `ingest_queue_full` and `commit_unknown`.
    ///
    /// @param atomic all or nothing; not supported yet
    /// @param dryRun validate only; not supported yet
    @PostMapping(IngestRequest.PATH)
    ResponseEntity<Object> ingest(
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "false") boolean atomic,
            @RequestParam(defaultValue = "false") boolean dryRun)
            throws IOException {
        String requestId = RequestId.of(request);
        IngestAnswer answer =
                proof.of(
                        caller,
                        () -> {
                            caller.require(Permission.WRITE);
                            refuseUnsupported(atomic || dryRun);
                            return take(request, response, caller, requestId);
                        });
        boolean minimal =
                Preference.isMinimal(Collections.list(request.getHeaders(Preference.PREFER)));
        return Answers.of(answer, minimal, requestId);
    }

    private static void refuseUnsupported(boolean unsupported) {
        if (unsupported) {
            // To store what should only have been tried would be worse than to refuse.
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "unsupported",
                    "atomic and dryRun are not supported yet.");
        }
    }

    private IngestAnswer take(
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller,
            String requestId)
            throws IOException {
        try (var _ = budget.take(request)) {
            return intake.take(
                    EventsBody.read(request),
                    caller,
                    new Intake.Came(requestId, request.getRemoteAddr()),
                    clock.instant(),
                    events -> limits.chargeEvents(request, response, events));
        }
    }
}
