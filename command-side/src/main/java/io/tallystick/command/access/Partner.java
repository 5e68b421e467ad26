package io.tallystick.command.access;

import io.tallystick.edge.lookup.Partners;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.events.access.AccessEvent.PartnerCreated;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.http.HttpStatus;

/// A reseller; every partner is a tenant.
@Aggregate(type = "Partner")
@SuppressWarnings("NullAway.Init")
class Partner {

    @AggregateIdentifier private UUID partnerId;

    Partner() {}

    @CommandHandler
    Partner(CreatePartner command, Partners partners) {
        if (!partners.reserve(command.partnerId(), command.key(), command.name())) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT, "partner_key_taken", "Another partner has this key.");
        }
        var created = new PartnerCreated(command.partnerId(), command.key(), command.name());
        // The fact belongs to the tenant that it creates, not to the one in which the operator
        // acted.
        AggregateLifecycle.apply(
                created, MetaData.with("tenantId", command.partnerId().toString()));
    }

    @EventSourcingHandler
    void evolve(PartnerCreated event) {
        partnerId = event.partnerId();
    }
}
