package io.tallystick.query.access.embed;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.EmbedUrls.EmbedUrl;
import io.tallystick.edge.wall.ShownEmbedUrls;
import io.tallystick.edge.wall.VisibleCustomers;
import io.tallystick.query.page.Cursor;
import io.tallystick.query.page.Limit;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET …/embed-urls` of a customer. They are read where commands keep them, so that what was
/// acknowledged is there.
@RestController
class EmbedUrlsEndpoint {

    private final VisibleCustomers customers;
    private final ShownEmbedUrls urls;
    private final Clock clock;

    EmbedUrlsEndpoint(VisibleCustomers customers, ShownEmbedUrls urls, Clock clock) {
        this.customers = customers;
        this.urls = urls;
        this.clock = clock;
    }

    /// The embed URLs of a customer.
    ///
    /// @param items what was created last first
    /// @param nextCursor for the next page; null on the last one
    record EmbedUrls(List<EmbedUrlItem> items, @Nullable String nextCursor) {}

    /// List the embed URLs of a customer, what was created last first, as the last command left
    /// them. Those of the last 30 days are there. Needs the permission READ.
    ///
    /// Errors: 400 `invalid_request`, 403 `permission_missing`, 404 `customer_not_found`.
    ///
    /// @param customer the customer's id or key
    @GetMapping("/api/v1/customers/{customer}/embed-urls")
    EmbedUrls listEmbedUrls(
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        caller.require(Permission.READ);
        UUID id = customers.visibleTo(caller, customer).customerId();
        int items = Limit.of(limit);
        UUID before = cursor == null ? null : Cursor.id(cursor);
        List<EmbedUrl> found = urls.newest(caller.sight(), id, before, items + 1);
        Instant now = clock.instant();
        List<EmbedUrlItem> shown =
                found.stream().limit(items).map(url -> EmbedUrlItem.of(url, now)).toList();
        return new EmbedUrls(
                shown, found.size() > items ? Cursor.of(shown.getLast().id().toString()) : null);
    }
}
