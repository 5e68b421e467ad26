package io.tallystick.portal.embed;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.lookup.EmbedUrls.EmbedUrl;
import io.tallystick.edge.lookup.EmbedUrls.Found;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// Whom an embed URL lets in.
///
/// @param customerId whose portal it is
record EmbedGuest(UUID tenantId, UUID customerId, EmbedUrl url) {

    private static final String TYPE = "embed";

    static EmbedGuest of(Found found) {
        return new EmbedGuest(
                found.team().tenantId(),
                Objects.requireNonNull(found.team().customerId()),
                found.url());
    }

    Sight sight() {
        return new Sight(tenantId, customerId);
    }

    /// As facts and access records name it. It may do nothing: what it is shown its scopes say.
    Caller caller() {
        return new Caller(
                TYPE, url.embedUrlId().toString(), url.label(), tenantId, customerId, Set.of());
    }

    /// What a browser is told of the pages that may be around it.
    String ancestors() {
        return url.isFramed() ? String.join(" ", url.origins()) : "'none'";
    }
}
