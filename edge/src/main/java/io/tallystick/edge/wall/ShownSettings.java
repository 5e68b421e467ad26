package io.tallystick.edge.wall;

import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.settings.CustomerSections;
import io.tallystick.edge.settings.Sections;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What is set for a customer, all of it at one version.
@Component
public final class ShownSettings {

    private final WorkRead reads;

    ShownSettings(WorkRead reads) {
        this.reads = reads;
    }

    public Optional<CustomerSections> of(Sight sight, UUID customerId) {
        return reads.read(sight, jdbc -> Sections.find(jdbc, sight.tenantId(), customerId));
    }
}
