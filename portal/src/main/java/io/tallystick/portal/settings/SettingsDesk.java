package io.tallystick.portal.settings;

import io.tallystick.command.Commands;
import io.tallystick.command.settings.ChangeSection;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.lookup.StoragePools;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.settings.CustomerSections;
import io.tallystick.edge.settings.SectionType;
import io.tallystick.edge.wall.ShownSettings;
import io.tallystick.edge.wall.VisibleCustomers;
import io.tallystick.portal.usage.CustomerPlace;
import io.tallystick.query.usage.CustomerUsageQuery;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// The same command and the same look-up as an API client's.
@Component
final class SettingsDesk {

    private static final String STORAGE = "storage_gb";
    private static final BigDecimal MB_PER_GB = BigDecimal.valueOf(1_000);
    private static final Duration LAST = Duration.ofHours(1);

    private final Commands commands;
    private final ShownSettings settings;
    private final StoragePools pools;
    private final VisibleCustomers customers;
    private final CustomerUsageQuery usage;
    private final Clock clock;

    SettingsDesk(
            Commands commands,
            ShownSettings settings,
            StoragePools pools,
            VisibleCustomers customers,
            CustomerUsageQuery usage,
            Clock clock) {
        this.commands = commands;
        this.settings = settings;
        this.pools = pools;
        this.customers = customers;
        this.usage = usage;
        this.clock = clock;
    }

    ShownStorage storage(CustomerPlace place, int allocatedMb) {
        return ShownStorage.of(usedMb(place), allocatedMb, pools.of(place.tenantId()));
    }

    /// The level now is that at the end of any period that ends now.
    private long usedMb(CustomerPlace place) {
        Instant now = clock.instant();
        var customer = customers.find(place.sight(), place.customerId().toString()).orElseThrow();
        return usage.of(place.sight(), customer, now.minus(LAST), now, now).meters().stream()
                .filter(meter -> meter.meter().equals(STORAGE))
                .map(meter -> meter.quantity().multiply(MB_PER_GB))
                .findFirst()
                .orElse(BigDecimal.ZERO)
                .setScale(0, RoundingMode.UP)
                .longValue();
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
                ChangeSection.of(place.tenantId(), place.customerId(), seen, type, body),
                caller,
                requestId);
    }
}
