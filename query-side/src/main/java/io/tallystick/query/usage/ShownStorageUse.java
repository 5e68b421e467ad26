package io.tallystick.query.usage;

import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.settings.StorageUse;
import io.tallystick.edge.wall.VisibleCustomers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What is stored now, as the usage of the customer shows it.
@Component
final class ShownStorageUse implements StorageUse {

    private static final String STORAGE = "storage_gb";
    private static final BigDecimal MB_PER_GB = BigDecimal.valueOf(1_000);
    private static final Duration LAST = Duration.ofHours(1);

    private final VisibleCustomers customers;
    private final CustomerUsageQuery usage;
    private final Clock clock;

    ShownStorageUse(VisibleCustomers customers, CustomerUsageQuery usage, Clock clock) {
        this.customers = customers;
        this.usage = usage;
        this.clock = clock;
    }

    /// The level now is that at the end of any period that ends now.
    @Override
    public long usedMb(Sight sight, UUID customerId) {
        Instant now = clock.instant();
        var customer = customers.find(sight, customerId.toString()).orElseThrow();
        return usage.of(sight, customer, now.minus(LAST), now, now).meters().stream()
                .filter(meter -> meter.meter().equals(STORAGE))
                .map(meter -> meter.quantity().multiply(MB_PER_GB))
                .findFirst()
                .orElse(BigDecimal.ZERO)
                .setScale(0, RoundingMode.UP)
                .longValue();
    }
}
