package io.tallystick.command.webhooks;

import io.tallystick.command.group.LogWork;
import io.tallystick.command.webhooks.WebhookType.Told;
import io.tallystick.edge.Ids;
import io.tallystick.edge.lookup.Customers;
import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.lookup.WebhookDeliveries;
import io.tallystick.edge.lookup.WebhookDeliveries.Notice;
import io.tallystick.edge.lookup.WebhookEndpoints;
import io.tallystick.edge.lookup.WebhookEndpoints.GivenUp;
import io.tallystick.edge.settings.Sections;
import io.tallystick.events.settings.Section.Demo;
import io.tallystick.events.webhooks.WebhookEvent;
import io.tallystick.events.webhooks.WebhookEvent.WebhookEndpointAdded;
import io.tallystick.events.webhooks.WebhookEvent.WebhookEndpointChanged;
import io.tallystick.events.webhooks.WebhookEvent.WebhookEndpointDisabled;
import io.tallystick.eventstore.DerivedFacts.Derived;
import io.tallystick.eventstore.LogPages.Entry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Writes down what is to be delivered, once for each fact and endpoint, and makes a fact of it
/// where the sender has given up. It is a group of its own and is never begun anew, so that another
/// run of what raised the facts sends nothing.
@Component
final class WebhookFeed implements LogWork {

    private static final int DISABLED_AT_ONCE = 100;

    private final WebhookEndpoints endpoints;
    private final WebhookDeliveries deliveries;
    private final Sections sections;
    private final Customers customers;

    WebhookFeed(
            WebhookEndpoints endpoints,
            WebhookDeliveries deliveries,
            Sections sections,
            Customers customers) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.sections = sections;
        this.customers = customers;
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public List<Derived> apply(List<Entry> page) {
        for (Entry entry : page) {
            apply(entry);
        }
        return List.of();
    }

    private void apply(Entry entry) {
        switch (entry.message().getPayload()) {
            case WebhookEndpointAdded added -> isToldAfter(added, entry);
            case WebhookEndpointChanged changed -> isToldAfter(changed, entry);
            case Object fact -> WebhookType.of(fact).ifPresent(told -> tell(told, entry));
        }
    }

    private void isToldAfter(WebhookEvent event, Entry entry) {
        endpoints.isToldAfter(event.partnerId(), event.endpointId(), entry.position());
    }

    /// Nobody has to know of a demo.
    private void tell(Told told, Entry entry) {
        var team = new Team(told.tenantId(), told.customerId());
        List<UUID> found = endpoints.toldOf(team, told.type().key(), entry.position());
        if (found.isEmpty()
                || sections.of(told.tenantId(), told.customerId()).of(Demo.class).demo()) {
            return;
        }
        Instant at = entry.message().getTimestamp();
        String customer = customers.byId(told.tenantId(), told.customerId()).orElseThrow().key();
        String body = WebhookBody.of(told, customer, at);
        String eventId = entry.message().getIdentifier();
        for (UUID endpoint : found) {
            var notice =
                    new Notice(
                            Ids.of(at, eventId + "/" + endpoint),
                            UUID.fromString(eventId),
                            told.type().key(),
                            body,
                            at);
            deliveries.addOnce(team, endpoint, notice);
            deliveries.forget(team.tenantId(), endpoint);
        }
    }

    @Override
    public List<Derived> idle() {
        return endpoints.disableGivenUp(DISABLED_AT_ONCE).stream().map(this::disabled).toList();
    }

    private Derived disabled(GivenUp found) {
        UUID tenantId = found.team().tenantId();
        deliveries.cancel(tenantId, found.endpointId());
        var fact =
                new WebhookEndpointDisabled(
                        found.endpointId(),
                        Objects.requireNonNull(found.team().customerId()),
                        tenantId,
                        found.reason());
        return Derived.of(
                "webhook endpoint %s given up at %s".formatted(found.endpointId(), found.at()),
                fact,
                tenantId,
                found.at().truncatedTo(ChronoUnit.MILLIS));
    }
}
