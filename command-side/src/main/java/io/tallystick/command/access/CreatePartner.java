package io.tallystick.command.access;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

record CreatePartner(@TargetAggregateIdentifier UUID partnerId, String key, String name) {}
