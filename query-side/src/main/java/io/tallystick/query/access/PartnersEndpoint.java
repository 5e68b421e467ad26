package io.tallystick.query.access;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.position.Positions;
import io.tallystick.query.page.Cursor;
import io.tallystick.query.page.Limit;
import io.tallystick.query.page.Page;
import io.tallystick.query.position.WaitFor;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/v1/partners`.
@RestController
class PartnersEndpoint {

    private final PartnerDirectory directory;
    private final WaitFor waitFor;
    private final Clock clock;

    PartnersEndpoint(PartnerDirectory directory, WaitFor waitFor, Clock clock) {
        this.directory = directory;
        this.waitFor = waitFor;
        this.clock = clock;
    }

    /// List partners by key. Needs an operator's key with the permission READ.
    ///
    /// Errors: 403 `permission_missing` and `operator_only`.
    @GetMapping("/api/v1/partners")
    Page<PartnerItem> listPartners(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = Positions.WAIT_FOR, required = false) @Nullable String position,
            Caller caller) {
        caller.requireOperator();
        caller.require(Permission.READ);
        int items = Limit.of(limit);
        String afterKey = cursor == null ? null : Cursor.parse(cursor, 1).getFirst();
        waitFor.header(position, CustomerDirectory.PROJECTION);
        return directory.list(caller, afterKey, items, clock.instant());
    }
}
