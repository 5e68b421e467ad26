package io.tallystick.app.demo;

import io.tallystick.app.demo.DemoTraffic.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/// Somebody who could not be reached: a better number is found, is called, and now and then turns
/// out to be somebody else's. It happens in every fourth quarter of an hour.
final class DemoContacts {

    private static final int ENRICHED_AFTER_SECONDS = 60;
    private static final int CALLED_AFTER_SECONDS = 300;
    private static final int FLAGGED_AFTER_SECONDS = 600;

    private DemoContacts() {}

    /// The events of the slot that begins at `start`.
    static List<Event> of(DemoCustomer customer, Instant start) {
        long slot = start.getEpochSecond() / DemoTraffic.SLOT.toSeconds();
        var random = new SplittableRandom(customer.key().hashCode() * 131L + slot);
        if (random.nextInt(4) != 0) {
            return List.of();
        }
        var contact = new Contact(customer, start, "contact-" + slot);
        String found = phone(random);
        List<Event> events = new ArrayList<>();
        events.add(enriched(contact, found, random));
        events.add(called(contact, found, random));
        if (random.nextInt(8) == 0) {
            var wrong = Map.<String, Object>of("contactId", contact.id(), "number", found);
            events.add(
                    contact.event("contact.number.flagged", "flag", FLAGGED_AFTER_SECONDS, wrong));
        }
        return events;
    }

    private record Contact(DemoCustomer customer, Instant start, String id) {

        Event event(String type, String kind, int afterSeconds, Map<String, Object> data) {
            return new Event(
                    kind + "-" + customer.key() + "-" + id,
                    "/demo/contacts",
                    type,
                    customer.key(),
                    start.plusSeconds(afterSeconds),
                    data);
        }
    }

    private static Event enriched(Contact contact, String found, SplittableRandom random) {
        Map<String, Object> data = new HashMap<>();
        data.put("contactId", contact.id());
        data.put("newNumber", found);
        data.put("oldNumber", phone(random));
        if (random.nextInt(5) != 0) {
            data.put("externalId", "CRM-" + (10_000 + random.nextInt(90_000)));
        }
        return contact.event("contact.number.enriched", "enriched", ENRICHED_AFTER_SECONDS, data);
    }

    private static Event called(Contact contact, String found, SplittableRandom random) {
        boolean reached = random.nextInt(4) != 0;
        Map<String, Object> data = new HashMap<>();
        data.put("callId", "reach-" + contact.id());
        data.put("durationSeconds", reached ? 20 + random.nextInt(200) : 0);
        data.put("direction", "out");
        data.put("contactId", contact.id());
        data.put("to", found);
        data.put("agent", contact.customer().agents().getFirst());
        data.put("answered", reached);
        data.put("outcome", reached ? "success" : "no_answer");
        return contact.event("voice.call.completed", "reach", CALLED_AFTER_SECONDS, data);
    }

    /// 555-01xx is kept free for fiction.
    private static String phone(SplittableRandom random) {
        return "+141555501" + String.format(Locale.ROOT, "%02d", random.nextInt(100));
    }
}
