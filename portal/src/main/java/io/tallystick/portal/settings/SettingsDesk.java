package io.tallystick.portal.settings;

import io.tallystick.command.Commands;
import io.tallystick.command.settings.ChangeSection;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.lookup.StoragePools;
import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.settings.CustomerSections;
import io.tallystick.edge.settings.SectionType;
import io.tallystick.edge.settings.StorageUse;
import io.tallystick.edge.wall.ShownSettings;
import io.tallystick.portal.usage.CustomerPlace;
import io.tallystick.query.access.MemberDirectory;
import io.tallystick.query.access.MemberItem;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// The same command and the same look-up as an API client's.
@Component
final class SettingsDesk {

    private static final int MEMBERS_MAX = 20;

    private final Commands commands;
    private final ShownSettings settings;
    private final StoragePools pools;
    private final StorageUse storage;
    private final MemberDirectory directory;
    private final Clock clock;

    SettingsDesk(
            Commands commands,
            ShownSettings settings,
            StoragePools pools,
            StorageUse storage,
            MemberDirectory directory,
            Clock clock) {
        this.commands = commands;
        this.settings = settings;
        this.pools = pools;
        this.storage = storage;
        this.directory = directory;
        this.clock = clock;
    }

    ShownStorage storage(CustomerPlace place, int allocatedMb) {
        long usedMb = storage.usedMb(place.sight(), place.customerId());
        return ShownStorage.of(usedMb, allocatedMb, pools.of(place.tenantId()));
    }

    /// Who joined first; the page of the members has all.
    List<MemberItem> members(CustomerPlace place) {
        var team = new Team(place.tenantId(), place.customerId());
        return directory.members(team, null, MEMBERS_MAX, clock.instant()).items();
    }

    CustomerSections of(CustomerPlace place) {
        return settings.of(place.sight(), place.customerId())
                .orElseThrow(() -> ApiProblem.notFound("customer"));
    }

    void change(
            CustomerPlace place,
            SectionType type,
            ObjectNode body,
            long seen,
            Caller caller,
            String requestId) {
        commands.send(
                ChangeSection.of(place.tenantId(), place.customerId(), seen, type, body, storage),
                caller,
                requestId);
    }
}
