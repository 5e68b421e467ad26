package io.tallystick.portal.embed;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.embed.EmbedScope;
import io.tallystick.edge.lookup.EmbedUrls.EmbedUrl;
import io.tallystick.edge.settings.PortalState;
import io.tallystick.edge.wall.ShownEmbedUrls;
import io.tallystick.edge.wall.ShownSettings;
import io.tallystick.portal.usage.CustomerPlace;
import io.tallystick.query.access.embed.EmbedUrlItem;
import io.tallystick.query.page.Cursor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// Shows the embed URLs of a customer.
@Component
final class EmbedUrlList {

    static final String BELOW = "/embed-urls";

    private static final int URLS_MAX = 50;

    private final ShownEmbedUrls urls;
    private final ShownSettings settings;
    private final Clock clock;

    EmbedUrlList(ShownEmbedUrls urls, ShownSettings settings, Clock clock) {
        this.urls = urls;
        this.settings = settings;
        this.clock = clock;
    }

    String show(CustomerPlace place, @Nullable String cursor, Caller caller, Model model) {
        UUID before = cursor == null ? null : Cursor.id(cursor);
        List<EmbedUrl> found = urls.newest(place.sight(), place.customerId(), before, URLS_MAX + 1);
        Instant now = clock.instant();
        model.addAttribute("place", place);
        model.addAttribute("sidebar", place.sidebar());
        model.addAttribute("mayManage", caller.may(Permission.ADMIN));
        model.addAttribute("portalOpen", isPortalOpen(place));
        model.addAttribute("scopes", List.of(EmbedScope.values()));
        model.addAttribute(
                "urls",
                found.stream()
                        .limit(URLS_MAX)
                        .map(url -> EmbedUrlRow.of(EmbedUrlItem.of(url, now)))
                        .toList());
        model.addAttribute(
                "next",
                found.size() > URLS_MAX
                        ? place.at(
                                BELOW,
                                "cursor",
                                Cursor.of(found.get(URLS_MAX - 1).embedUrlId().toString()))
                        : null);
        return "embed/urls";
    }

    private boolean isPortalOpen(CustomerPlace place) {
        return settings.of(place.sight(), place.customerId())
                .filter(all -> PortalState.closedBecause(all) == null)
                .isPresent();
    }
}
