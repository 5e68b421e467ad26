package io.tallystick.query.settings;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.Partners;
import io.tallystick.edge.lookup.StoragePools;
import io.tallystick.edge.lookup.StoragePools.Pool;
import io.tallystick.edge.settings.PartnerSections;
import io.tallystick.edge.wall.ShownSettings;
import io.tallystick.events.settings.PartnerSection;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// `GET …/settings` of a partner.
@RestController
class PartnerSettingsEndpoint {

    private final Partners partners;
    private final StoragePools pools;
    private final ShownSettings settings;

    PartnerSettingsEndpoint(Partners partners, StoragePools pools, ShownSettings settings) {
        this.partners = partners;
        this.pools = pools;
        this.settings = settings;
    }

    /// What is set for a partner.
    ///
    /// @param version counts the changes; it goes into `If-Match`
    /// @param storage what it has to give to its customers
    /// @param branding how it looks to them, where they have nothing of their own
    /// @param sender whom mails come from, likewise
    /// @param addOns what it may give to them
    record PartnerSettings(
            long version,
            Storage storage,
            PartnerSection.Branding branding,
            PartnerSection.Sender sender,
            PartnerSection.AddOns addOns) {}

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
        UUID id = partners.visibleTo(caller, partner);
        Pool pool = pools.of(id);
        PartnerSections sections = settings.ofPartner(id);
        return new PartnerSettings(
                sections.version(),
                new Storage(pool.storageMb(), pool.allocatedMb(), pool.availableMb()),
                sections.branding(),
                sections.sender(),
                sections.addOns());
    }
}
