package io.tallystick.edge.wall;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.settings.Brand;
import io.tallystick.edge.settings.CustomerSections;
import io.tallystick.edge.settings.Sections;
import io.tallystick.edge.settings.SectionsOfPartners;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The brand of whoever asks.
@Component
public final class ShownBrand {

    private final WorkRead reads;

    ShownBrand(WorkRead reads) {
        this.reads = reads;
    }

    /// Operators see the product as it is.
    public Brand of(Caller caller) {
        if (caller.isOperator()) {
            return Brand.OURS;
        }
        UUID tenant = caller.tenantId();
        UUID customer = caller.customerScope();
        return reads.read(
                caller.sight(),
                jdbc ->
                        customer == null
                                ? Brand.of(SectionsOfPartners.find(jdbc, tenant))
                                : Sections.find(jdbc, tenant, customer)
                                        .map((CustomerSections all) -> Brand.of(all))
                                        .orElse(Brand.OURS));
    }
}
