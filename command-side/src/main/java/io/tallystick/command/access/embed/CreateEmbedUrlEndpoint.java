package io.tallystick.command.access.embed;

import io.tallystick.command.Commands;
import io.tallystick.command.access.PortalAddress;
import io.tallystick.command.access.embed.CreateEmbedUrl.Wish;
import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.EmbedUrls.EmbedUrl;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.wall.VisibleCustomers;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `POST …/embed-urls` of a customer.
@RestController
class CreateEmbedUrlEndpoint {

    private final Commands commands;
    private final VisibleCustomers customers;
    private final PortalAddress portal;
    private final Clock clock;

    CreateEmbedUrlEndpoint(
            Commands commands, VisibleCustomers customers, PortalAddress portal, Clock clock) {
        this.commands = commands;
        this.customers = customers;
        this.portal = portal;
        this.clock = clock;
    }

    /// What is to be shown, and where.
    ///
    /// @param kind Required. `widget` and `iframe` for a frame on a page, `other` for a window of
    ///   its own
    /// @param scopes Required. What it shows: `usage`, `days` and `qualifiedCalls`
    /// @param origins Required for a frame. The origins of the pages that it is shown in, such as
    ///   `https://intranet.example.com`, 20 at most
    /// @param label what people call it, 1 to 100 printable characters; the kind when left out
    /// @param expiresInSeconds how long the link can be opened, 10 to 900; 900 when left out
    /// @param sessionSeconds how long it can be looked at then, 60 to 43,200; 43,200 when left out
    record Request(
            @Nullable String kind,
            @Nullable List<@Nullable String> scopes,
            @Nullable List<@Nullable String> origins,
            @Nullable String label,
            @Nullable Integer expiresInSeconds,
            @Nullable Integer sessionSeconds) {}

    /// An embed URL as it was created.
    ///
    /// @param id made by the server
    /// @param url the link with its secret, which is here and nowhere else
    /// @param kind `widget`, `iframe` or `other`
    /// @param label what people call it
    /// @param scopes what it shows
    /// @param origins the pages that it may be shown in
    /// @param expiresAt until when the link can be opened
    /// @param sessionSeconds how long it can be looked at then
    record Created(
            UUID id,
            String url,
            String kind,
            String label,
            List<String> scopes,
            List<String> origins,
            Instant expiresAt,
            int sessionSeconds) {}

    /// Create a link that opens a part of the customer's portal, once, within 15 minutes, without a
    /// login. Whoever opens it sees what its scopes say for 12 hours at most, and not while the
    /// portal is off. Needs the permission ADMIN and an enabled portal.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found`, 409 `portal_off`,
    /// `customer_inactive`, `customer_archived` and `embed_url_limit`.
    ///
    /// @param customer the customer's id or key
    @PostMapping("/api/v1/customers/{customer}/embed-urls")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Created> createEmbedUrl(
            @PathVariable String customer,
            @RequestBody Request request,
            Caller caller,
            HttpServletRequest http) {
        caller.require(Permission.ADMIN);
        UUID id = customers.visibleTo(caller, customer).customerId();
        var wish =
                new Wish(
                        request.kind(),
                        request.label(),
                        request.scopes(),
                        request.origins(),
                        request.expiresInSeconds(),
                        request.sessionSeconds());
        var command = CreateEmbedUrl.of(caller.tenantId(), id, wish, clock.instant());
        var done = commands.send(command, caller, RequestId.of(http));
        return ResponseEntity.created(
                        URI.create(
                                "/api/v1/customers/%s/embed-urls/%s"
                                        .formatted(id, command.url().embedUrlId())))
                .header(Positions.POSITION, Long.toString(done.position()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(created(command));
    }

    private Created created(CreateEmbedUrl command) {
        EmbedUrl url = command.url();
        return new Created(
                url.embedUrlId(),
                portal.resolve(command.path()).toString(),
                url.kind(),
                url.label(),
                url.scopes(),
                url.origins(),
                url.expiresAt(),
                url.sessionSeconds());
    }
}
