package io.tallystick.command.access.embed;

import io.tallystick.edge.Ids;
import io.tallystick.edge.caller.LinkSecret;
import io.tallystick.edge.lookup.EmbedUrls.EmbedUrl;
import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Gives out a link to a part of a customer's portal.
///
/// @param token the secret of the link, which never becomes part of a fact
public record CreateEmbedUrl(Team team, EmbedUrl url, String token) {

    /// What somebody wants.
    public record Wish(
            @Nullable String kind,
            @Nullable String label,
            @Nullable List<@Nullable String> scopes,
            @Nullable List<@Nullable String> origins,
            @Nullable Integer expiresInSeconds,
            @Nullable Integer sessionSeconds) {}

    /// @throws ApiProblem 400 with all faults at once
    public static CreateEmbedUrl of(UUID tenantId, UUID customerId, Wish wish, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        String kind = EmbedRule.kind(wish.kind(), errors);
        var url =
                new EmbedUrl(
                        Ids.next(),
                        kind,
                        EmbedRule.label(wish.label(), kind, errors),
                        EmbedRule.scopes(wish.scopes(), errors),
                        EmbedRule.origins(wish.origins(), kind, errors),
                        at,
                        at.plusSeconds(EmbedRule.linkSeconds(wish.expiresInSeconds(), errors)),
                        EmbedRule.sessionSeconds(wish.sessionSeconds(), errors),
                        null,
                        null,
                        null);
        ApiProblem.refuse(errors);
        return new CreateEmbedUrl(new Team(tenantId, customerId), url, LinkSecret.generate());
    }

    /// What follows the address of the portal. It is shown once.
    public String path() {
        return "/portal/links/" + token;
    }

    @Override
    public String toString() {
        return "CreateEmbedUrl[" + url.embedUrlId() + "]";
    }
}
