package io.tallystick.query.credits;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.CreditAudit;
import io.tallystick.edge.lookup.CreditAudit.Difference;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/v1/admin/audit`.
@RestController
class AuditEndpoint {

    private final CreditAudit credits;
    private final Clock clock;

    AuditEndpoint(CreditAudit credits, Clock clock) {
        this.credits = credits;
        this.clock = clock;
    }

    /// Whether the books balance.
    ///
    /// @param credits what does not add up among credits, the first 100; nothing is as it should be
    /// @param asOf when it was looked at
    record Audit(List<Difference> credits, Instant asOf) {}

    /// Check that no credit was lost or made, of all partners: per lot, per customer, and against
    /// what the log says was granted and deducted. Needs the permission READ and an operator.
    ///
    /// Errors: 403 `permission_missing` and `operator_only`.
    @GetMapping("/api/v1/admin/audit")
    Audit audit(Caller caller) {
        caller.requireOperator();
        caller.require(Permission.READ);
        return new Audit(credits.differences(), clock.instant());
    }
}
