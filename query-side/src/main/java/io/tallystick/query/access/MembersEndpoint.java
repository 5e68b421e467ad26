package io.tallystick.query.access;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.wall.VisibleTeams;
import io.tallystick.query.page.Cursor;
import io.tallystick.query.page.Limit;
import io.tallystick.query.page.Page;
import io.tallystick.query.position.WaitFor;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET …/members` of a customer and of a partner.
@RestController
class MembersEndpoint {

    private final MemberDirectory directory;
    private final VisibleTeams teams;
    private final WaitFor waitFor;
    private final Clock clock;

    MembersEndpoint(MemberDirectory directory, VisibleTeams teams, WaitFor waitFor, Clock clock) {
        this.directory = directory;
        this.teams = teams;
        this.waitFor = waitFor;
        this.clock = clock;
    }

    /// List the members of a customer, in the order in which they joined. Needs the permission
    /// READ.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found`.
    ///
    /// @param customer the customer's id or key
    @GetMapping("/api/v1/customers/{customer}/members")
    Page<MemberItem> listCustomerMembers(
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = Positions.WAIT_FOR, required = false) @Nullable String position,
            Caller caller) {
        caller.require(Permission.READ);
        return list(teams.ofCustomer(caller, customer), limit, cursor, position);
    }

    /// List the members of a partner itself, in the order in which they joined. Needs an operator's
    /// key, or a key of the partner itself, and the permission READ.
    ///
    /// Errors: 403 `permission_missing`, 404 `partner_not_found`.
    ///
    /// @param partner the partner's id or key
    @GetMapping("/api/v1/partners/{partner}/members")
    Page<MemberItem> listPartnerMembers(
            @PathVariable String partner,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = Positions.WAIT_FOR, required = false) @Nullable String position,
            Caller caller) {
        caller.require(Permission.READ);
        return list(teams.ofPartner(caller, partner), limit, cursor, position);
    }

    private Page<MemberItem> list(
            Team team,
            @Nullable Integer limit,
            @Nullable String cursor,
            @Nullable String position) {
        int items = Limit.of(limit);
        UUID last = cursor == null ? null : Cursor.id(cursor);
        waitFor.header(position, MemberDirectory.PROJECTION);
        return directory.members(team, last, items, clock.instant());
    }
}
