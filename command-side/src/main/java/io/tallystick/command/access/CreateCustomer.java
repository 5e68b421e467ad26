package io.tallystick.command.access;

import io.tallystick.events.access.AccessEvent.CustomerDetails;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

record CreateCustomer(
        @TargetAggregateIdentifier UUID customerId,
        UUID partnerId,
        String key,
        CustomerDetails details) {}
