package io.tallystick.query.settings;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.Partners;
import io.tallystick.edge.lookup.StoragePools;
import io.tallystick.edge.lookup.StoragePools.Pool;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// `GET …/settings` of a partner.
@RestController
class PartnerSettingsEndpoint {

    private final Partners partners;
    private final StoragePools pools;

    PartnerSettingsEndpoint(Partners partners, StoragePools pools) {
        this.partners = partners;
        this.pools = pools;
    }

    /// What is set for a partner.
    ///
    /// @param version counts the changes; it goes into `If-Match`
    /// @param storage what it has to give to its customers
    record PartnerSettings(long version, Storage storage) {}

    /// The storage of a partner, in megabytes of 10⁶ bytes.
    ///
    /// @param storageMb what the partner has
    /// @param allocatedMb what its customers have of it
    /// @param availableMb what is left to give
    record Storage(long storageMb, long allocatedMb, long availableMb) {}

    /// Read what is set for a partner, as the last command left it. Needs the permission READ, and
    /// a key of the partner or of an operator.
    ///
    /// Errors: 403 `permission_missing`, 404 `partner_not_found`.
    ///
    /// @param partner the partner's id or key
    @GetMapping("/api/v1/partners/{partner}/settings")
    PartnerSettings readPartnerSettings(@PathVariable String partner, Caller caller) {
        caller.require(Permission.READ);
        Pool pool = pools.of(partners.visibleTo(caller, partner));
        return new PartnerSettings(
                pool.version(),
                new Storage(pool.storageMb(), pool.allocatedMb(), pool.availableMb()));
    }
}
