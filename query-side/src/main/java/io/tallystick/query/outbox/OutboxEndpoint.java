package io.tallystick.query.outbox;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.wall.ShownMailStates;
import io.tallystick.edge.wall.ShownMailStates.MailState;
import io.tallystick.query.page.Cursor;
import io.tallystick.query.page.Limit;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/v1/admin/outbox`. Mails are no projection: what is shown is as the sender left it.
@RestController
class OutboxEndpoint {

    private static final Set<String> STATES =
            Set.of("kept", "waiting", "sent", "failed", "withdrawn");

    private final ShownMailStates mails;
    private final Clock clock;

    OutboxEndpoint(ShownMailStates mails, Clock clock) {
        this.mails = mails;
        this.clock = clock;
    }

    /// Mails of the installation.
    ///
    /// @param items the newest first
    /// @param nextCursor for the next page; null on the last one
    /// @param asOf when it was looked at
    record Outbox(List<OutboxItem> items, @Nullable String nextCursor, Instant asOf) {}

    /// List mails of all partners and what became of them, the newest first. Needs an operator's
    /// key with the permission READ.
    ///
    /// Errors: 400 `invalid_request`, 403 `permission_missing` and `operator_only`.
    ///
    /// @param state `kept`, `waiting`, `sent`, `failed` or `withdrawn`; all of them when left out
    @GetMapping("/api/v1/admin/outbox")
    Outbox listOutbox(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        caller.requireOperator();
        caller.require(Permission.READ);
        if (state != null && !STATES.contains(state)) {
            throw ApiProblem.invalid("state", "unknown_value", "There is no such state.");
        }
        int items = Limit.of(limit);
        UUID before = cursor == null ? null : Cursor.id(cursor);
        List<MailState> found = mails.newest(caller, state, before, items + 1);
        List<OutboxItem> shown = found.stream().limit(items).map(OutboxItem::of).toList();
        return new Outbox(
                shown,
                found.size() > items ? Cursor.of(shown.getLast().id().toString()) : null,
                clock.instant());
    }
}
