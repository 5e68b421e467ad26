package io.tallystick.command.access;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.tallystick.command.DemoDeclaration;
import io.tallystick.edge.lookup.Customers;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.events.access.AccessEvent;
import io.tallystick.events.access.AccessEvent.CustomerCreated;
import io.tallystick.events.access.AccessEvent.CustomerDetails;
import io.tallystick.events.access.AccessEvent.CustomerDetailsChanged;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// A billed business. Its key is what usage events call it, so it is unique in the partner and
/// never changes.
@Aggregate(type = "Customer", snapshotTriggerDefinition = "customerSnapshots")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
@SuppressWarnings("NullAway.Init")
class Customer {

    @AggregateIdentifier private UUID customerId;
    private UUID partnerId;
    private String key;
    private CustomerDetails details;

    Customer() {}

    @CommandHandler
    Customer(CreateCustomer command, Customers customers, DemoDeclaration demos) {
        CustomerDetailsRule.check(command.details());
        if (!customers.reserve(
                command.partnerId(),
                lookup(command.customerId(), command.key(), command.details()))) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "customer_key_taken",
                    "The partner has a customer with this key.");
        }
        customers.keepEmail(command.partnerId(), command.customerId(), command.details().email());
        AggregateLifecycle.apply(
                new CustomerCreated(
                        command.customerId(),
                        command.partnerId(),
                        command.key(),
                        command.details()));
        if (command.demo()) {
            demos.declare(command.partnerId(), command.customerId());
        }
    }

    @CommandHandler
    CustomerDetails decide(ChangeCustomerDetails command, Customers customers) {
        CustomerDetails changed =
                new CustomerDetails(
                        or(command.name(), details.name()),
                        or(command.timeZone(), details.timeZone()),
                        or(command.currency(), details.currency()),
                        or(command.country(), details.country()),
                        email(command.email()));
        if (changed.equals(details)) {
            return details;
        }
        CustomerDetailsRule.check(changed);
        customers.update(partnerId, lookup(customerId, key, changed));
        customers.keepEmail(partnerId, customerId, changed.email());
        AggregateLifecycle.apply(new CustomerDetailsChanged(customerId, partnerId, changed));
        return changed;
    }

    @EventSourcingHandler
    void evolve(AccessEvent event) {
        switch (event) {
            case CustomerCreated created -> {
                customerId = created.customerId();
                partnerId = created.partnerId();
                key = created.key();
                details = created.details();
            }
            case CustomerDetailsChanged changed -> details = changed.details();
            case AccessEvent.PartnerCreated _,
                    AccessEvent.OperatorInstalled _,
                    AccessEvent.ApiKeyIssued _,
                    AccessEvent.ApiKeyRevoked _,
                    AccessEvent.LoginSucceeded _ ->
                    throw new IllegalStateException(event + " is not a customer's");
        }
    }

    private static String or(@Nullable String changed, String current) {
        return changed == null ? current : changed;
    }

    private @Nullable String email(@Nullable String changed) {
        if (changed == null) {
            return details.email();
        }
        return changed.isEmpty() ? null : changed;
    }

    private static Customers.Customer lookup(UUID customerId, String key, CustomerDetails details) {
        return new Customers.Customer(
                customerId, key, details.timeZone(), details.currency(), details.country());
    }
}
