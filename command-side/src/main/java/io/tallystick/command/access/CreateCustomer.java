package io.tallystick.command.access;

import io.tallystick.events.access.AccessEvent.CustomerDetails;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// @param demo whether it is one to look at and not to bill
record CreateCustomer(
        @TargetAggregateIdentifier UUID customerId,
        UUID partnerId,
        String key,
        CustomerDetails details,
        boolean demo) {

    CreateCustomer(UUID customerId, UUID partnerId, String key, CustomerDetails details) {
        this(customerId, partnerId, key, details, false);
    }
}
