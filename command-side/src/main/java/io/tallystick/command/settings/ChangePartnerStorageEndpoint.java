package io.tallystick.command.settings;

import io.tallystick.command.Commands;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.Partners;
import io.tallystick.edge.lookup.StoragePools;
import io.tallystick.edge.lookup.StoragePools.Pool;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.problem.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// `PATCH …/settings/storage` of a partner.
@RestController
class ChangePartnerStorageEndpoint {

    private static final long STORAGE_MB_MAX = 1_000_000_000;

    private final Commands commands;
    private final Partners partners;
    private final StoragePools pools;

    ChangePartnerStorageEndpoint(Commands commands, Partners partners, StoragePools pools) {
        this.commands = commands;
        this.partners = partners;
        this.pools = pools;
    }

    /// How much storage a partner has.
    ///
    /// @param storageMb Required. 0 to 1,000,000,000 megabytes of 10⁶ bytes
    record Request(@Nullable Long storageMb) {}

    /// The storage as the command left it.
    ///
    /// @param version of the partner's settings, for the next `If-Match`
    /// @param storageMb what the partner has
    /// @param allocatedMb what its customers have of it
    /// @param availableMb what is left to give
    record SavedStorage(long version, long storageMb, long allocatedMb, long availableMb) {}

    /// Change how much storage a partner has for its customers. Less than they have already is no
    /// fault: then nothing more can be allocated. Saving what is there already writes no fact. The
    /// header `If-Match` carries the version that the client has seen. Needs an operator's key with
    /// the permission WRITE.
    ///
    /// Errors: 403 `permission_missing` and `operator_only`, 404 `partner_not_found`, 409
    /// `settings_changed`, 428 `precondition_required`.
    ///
    /// @param partner the partner's id or key
    @PatchMapping("/api/v1/partners/{partner}/settings/storage")
    ResponseEntity<SavedStorage> changePartnerStorage(
            @PathVariable String partner,
            @RequestBody Request request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            Caller caller,
            HttpServletRequest http) {
        caller.requireOperator();
        caller.require(Permission.WRITE);
        UUID id = partners.visibleTo(caller, partner);
        var command =
                new ChangePartnerStorage(
                        PartnerSettings.idOf(id),
                        id,
                        SeenVersion.of(seen),
                        storageMb(request.storageMb()));
        Commands.Done<Long> done = commands.send(command, caller, RequestId.of(http));
        Pool pool = pools.of(id);
        return ResponseEntity.ok()
                .header(Positions.POSITION, Long.toString(done.position()))
                .body(
                        new SavedStorage(
                                done.result(),
                                pool.storageMb(),
                                pool.allocatedMb(),
                                pool.availableMb()));
    }

    private static long storageMb(@Nullable Long wanted) {
        if (wanted == null) {
            throw ApiProblem.invalid("/storageMb", "required", "storageMb is required.");
        }
        if (wanted < 0 || wanted > STORAGE_MB_MAX) {
            throw ApiProblem.invalid(
                    "/storageMb",
                    "out_of_range",
                    "storageMb is between 0 and " + STORAGE_MB_MAX + ".");
        }
        return wanted;
    }
}
