package io.tallystick.command.access.embed;

import io.tallystick.edge.caller.LinkSecret;
import io.tallystick.edge.lookup.EmbedUrls;
import io.tallystick.edge.lookup.EmbedUrls.EmbedUrl;
import io.tallystick.edge.lookup.EmbedUrls.Found;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.settings.CustomerSections;
import io.tallystick.edge.settings.PortalState;
import io.tallystick.edge.settings.Sections;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Judges whoever comes with the secret of a link or of a session. Nothing of what it finds is
/// kept: the next request is judged anew, so that a portal that is switched off and a link that is
/// revoked end what there is on every node.
@Component
public final class EmbedDoor {

    private final EmbedUrls urls;
    private final Sections sections;
    private final Clock clock;

    EmbedDoor(EmbedUrls urls, Sections sections, Clock clock) {
        this.urls = urls;
        this.sections = sections;
        this.clock = clock;
    }

    /// Who stands at the door. The secret may be wrong, and then nothing is known.
    ///
    /// @param found null for a secret that was never given
    /// @param refusal why it stays closed, null where it opens
    public record Visit(@Nullable Found found, @Nullable ApiProblem refusal) {

        /// @throws ApiProblem 403 where the door stays closed
        public Found require() {
            if (refusal != null) {
                throw refusal;
            }
            return Objects.requireNonNull(found);
        }
    }

    /// @param origin the page that asks, as the browser says it; null where it says none
    public Visit link(String token, @Nullable String origin) {
        Instant now = clock.instant();
        return visit(
                LinkSecret.hashOfOne(token).flatMap(urls::byLink),
                url -> linkRefusal(url, origin, now));
    }

    /// @param origin the page that asks, as the browser says it; null where it says none
    public Visit session(String token, @Nullable String origin) {
        Instant now = clock.instant();
        return visit(
                LinkSecret.hashOfOne(token).flatMap(urls::bySession),
                url -> sessionRefusal(url, origin, now));
    }

    /// Judges one of them.
    private interface Judge {
        @Nullable ApiProblem refusal(EmbedUrl url);
    }

    private Visit visit(Optional<Found> found, Judge judge) {
        if (found.isEmpty()) {
            return new Visit(
                    null,
                    refusal("embed_url_unknown", "This link was never given, or is cut off."));
        }
        Found known = found.get();
        ApiProblem refusal = judge.refusal(known.url());
        return new Visit(known, refusal == null ? closed(known) : refusal);
    }

    private @Nullable ApiProblem closed(Found found) {
        CustomerSections settings =
                sections.of(
                        found.team().tenantId(), Objects.requireNonNull(found.team().customerId()));
        String reason = PortalState.closedBecause(settings);
        return reason == null ? null : refusal(reason, "This portal is closed.");
    }

    /// Where it is shown is looked at before a link is used up, so that whoever took it to another
    /// page leaves it to whom it was given.
    static @Nullable ApiProblem linkRefusal(EmbedUrl url, @Nullable String origin, Instant now) {
        return switch (url.state(now)) {
            case "revoked" -> refusal("embed_url_revoked", "This link was revoked.");
            case "in_use", "ended" ->
                    refusal("embed_url_used", "This link was opened before. It works once.");
            case "expired" -> refusal("embed_url_expired", "This link has expired.");
            default -> placeRefusal(url, origin, url.isFramed());
        };
    }

    private static @Nullable ApiProblem sessionRefusal(
            EmbedUrl url, @Nullable String origin, Instant now) {
        return switch (url.state(now)) {
            case "revoked" -> refusal("embed_url_revoked", "This was revoked.");
            case "in_use" -> placeRefusal(url, origin, false);
            default -> refusal("embed_session_ended", "This session has ended.");
        };
    }

    /// @param mustSay whether a browser that says nothing is refused too. A page of ours says
    ///   nothing, so that within a session this is no reason; where it is framed then is left to
    ///   the browser, which is told
    private static @Nullable ApiProblem placeRefusal(
            EmbedUrl url, @Nullable String origin, boolean mustSay) {
        boolean fine =
                origin == null ? !mustSay : !url.isFramed() || url.origins().contains(origin);
        return fine
                ? null
                : refusal("origin_not_allowed", "This link is not for the page that shows it.");
    }

    private static ApiProblem refusal(String code, String detail) {
        return new ApiProblem(HttpStatus.FORBIDDEN, code, detail);
    }
}
