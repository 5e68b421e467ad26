package io.tallystick.portal.usage;

import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.portal.usage.CustomerSource.Entry;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// Where in the portal a page is, and the addresses around it.
///
/// @param sight what may be seen there
/// @param partner key of the partner that an operator looks into, null for the session's own
record Place(Sight sight, @Nullable String partner, Customer customer, CalendarMonth month) {

    public String page() {
        return address(customer.key(), "", month.isCurrent() ? null : month.month());
    }

    /// Names the month always: a page that stays open over midnight keeps its month.
    public String live() {
        return address(customer.key(), "/live", month.month());
    }

    public String stream() {
        return address(customer.key(), "/stream", null);
    }

    /// @param below what follows the customer's address, from the slash on
    public String at(String below) {
        return address(customer.key(), below, null);
    }

    /// With a parameter whose value needs no encoding, where one is named.
    String at(String below, @Nullable String parameter, @Nullable String value) {
        String address = at(below);
        if (parameter == null) {
            return address;
        }
        return address + (address.contains("?") ? "&" : "?") + parameter + "=" + value;
    }

    /// A customer that was created a moment ago may not be in the directory yet: then its key does.
    String name(List<Entry> customers) {
        return customers.stream()
                .filter(entry -> entry.customerId().equals(customer.customerId()))
                .map(Entry::name)
                .findFirst()
                .orElse(customer.key());
    }

    public String previousMonth() {
        return address(customer.key(), "", month.month().minusMonths(1));
    }

    public @Nullable String nextMonth() {
        if (month.isCurrent()) {
            return null;
        }
        YearMonth next = month.month().plusMonths(1);
        boolean current = next.equals(YearMonth.from(month.now().atZone(month.zone())));
        return address(customer.key(), "", current ? null : next);
    }

    /// The same month of another customer.
    public String of(String customerKey) {
        return address(customerKey, "", month.isCurrent() ? null : month.month());
    }

    public String home() {
        return home(partner);
    }

    static String home(@Nullable String partner) {
        return with(UriComponentsBuilder.fromPath("/"), partner, null);
    }

    /// @param path from the slash on
    static String below(@Nullable String partner, String path) {
        return with(UriComponentsBuilder.fromPath(path), partner, null);
    }

    static String customer(@Nullable String partner, String customerKey) {
        return address(partner, customerKey, "", null);
    }

    private String address(String customerKey, String below, @Nullable YearMonth shown) {
        return address(partner, customerKey, below, shown);
    }

    private static String address(
            @Nullable String partner, String customerKey, String below, @Nullable YearMonth shown) {
        var path = UriComponentsBuilder.fromPath("/customers").pathSegment(customerKey).path(below);
        return with(path, partner, shown);
    }

    private static String with(
            UriComponentsBuilder address, @Nullable String partner, @Nullable YearMonth shown) {
        if (shown != null) {
            address.queryParam("month", shown);
        }
        if (partner != null) {
            address.queryParam("partner", "{partner}");
            return address.encode().buildAndExpand(partner).toUriString();
        }
        return address.encode().build().toUriString();
    }
}
