package io.tallystick.portal.usage;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.portal.usage.CustomerSource.Entry;
import io.tallystick.portal.usage.CustomerSource.Partner;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a person goes from partner to partner and from customer to customer.
///
/// @param partnerKey of the partner that an operator looks into, null for the session's own
/// @param partners empty where there is nothing to choose
record Sidebar(
        Caller caller, @Nullable String partnerKey, List<Link> partners, List<Link> customers) {

    public String home() {
        return Place.home(partnerKey);
    }

    /// The address of a page of the partner itself.
    public String at(String path) {
        return Place.below(partnerKey, path);
    }

    /// Whether the caller may see the people of the partner, and not of one customer only.
    public boolean showsPartner() {
        return caller.customerScope() == null && caller.may(Permission.READ);
    }

    /// Whether it may also see its mails and its keys.
    public boolean showsManagement() {
        return showsPartner() && caller.may(Permission.ADMIN);
    }

    /// @param initial stands for a picture
    record Link(String name, String key, String initial, String address, boolean current) {}

    /// Seen from a customer's page: the month is kept.
    static Sidebar of(Caller caller, List<Partner> partners, List<Entry> customers, Place place) {
        List<Link> links =
                customers.stream()
                        .map(entry ->
                                link(
                                        entry,
                                        place.of(entry.key()),
                                        entry.customerId().equals(place.customer().customerId())))
                        .toList();
        return new Sidebar(
                caller, place.partner(), links(partners, place.sight().tenantId()), links);
    }

    static Sidebar of(
            Caller caller,
            List<Partner> partners,
            List<Entry> customers,
            UUID tenantId,
            @Nullable String partner) {
        List<Link> links =
                customers.stream()
                        .map(entry -> link(entry, Place.customer(partner, entry.key()), false))
                        .toList();
        return new Sidebar(caller, partner, links(partners, tenantId), links);
    }

    /// Stands for the picture of somebody who has none.
    public String initial() {
        return initial(caller.label());
    }

    /// The one that is shown.
    public @Nullable Link partner() {
        return partners.stream().filter(Link::current).findFirst().orElse(null);
    }

    private static List<Link> links(List<Partner> partners, UUID current) {
        if (partners.size() < 2) {
            return List.of();
        }
        return partners.stream()
                .map(partner ->
                        link(
                                partner.key(),
                                partner.name(),
                                Place.home(partner.key()),
                                partner.tenantId().equals(current)))
                .toList();
    }

    private static Link link(Entry entry, String address, boolean current) {
        return link(entry.key(), entry.name(), address, current);
    }

    private static Link link(String key, String name, String address, boolean current) {
        String shown = name.isBlank() ? key : name;
        return new Link(shown, key, initial(shown), address, current);
    }

    private static String initial(String shown) {
        return shown.substring(0, shown.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }
}
