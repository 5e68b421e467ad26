package io.tallystick.portal.usage;

import io.tallystick.portal.usage.CustomerSource.Entry;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The list with which a person goes from customer to customer.
final class Sidebar {

    private Sidebar() {}

    /// @param address the customer's dashboard
    /// @param initial stands for a picture
    record Link(String name, String key, String initial, String address, boolean current) {}

    /// Seen from a customer's page: the month is kept.
    static List<Link> of(List<Entry> customers, Place place) {
        return customers.stream()
                .map(entry ->
                        link(
                                entry,
                                place.of(entry.key()),
                                entry.customerId().equals(place.customer().customerId())))
                .toList();
    }

    static List<Link> of(List<Entry> customers, @Nullable String partner) {
        return customers.stream()
                .map(entry -> link(entry, Place.customer(partner, entry.key()), false))
                .toList();
    }

    private static Link link(Entry entry, String address, boolean current) {
        String name = entry.name().isBlank() ? entry.key() : entry.name();
        String initial = name.substring(0, name.offsetByCodePoints(0, 1));
        return new Link(name, entry.key(), initial.toUpperCase(Locale.ROOT), address, current);
    }
}
