package io.tallystick.command.webhooks;

import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.lookup.WebhookEndpoints.Endpoint;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import io.tallystick.edge.webhook.WebhookReach;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Changes where an endpoint is, what it is told, and whether. The command answers what holds
/// afterwards.
///
/// @param url null leaves it as it is, as of all of them
/// @param description an empty one is removed
public record ChangeWebhookEndpoint(
        Team team,
        UUID endpointId,
        @Nullable String url,
        @Nullable List<String> types,
        @Nullable String description,
        @Nullable Boolean enabled) {

    private static final String BY_HAND = "by_hand";

    /// What somebody wants.
    public record Wish(
            @Nullable String url,
            @Nullable List<@Nullable String> types,
            @Nullable String description,
            @Nullable Boolean enabled) {}

    /// @throws ApiProblem 400 with all faults at once
    public static ChangeWebhookEndpoint of(
            UUID tenantId, UUID customerId, String endpointId, Wish wish, WebhookReach reach) {
        List<FieldError> errors = new ArrayList<>();
        var command =
                new ChangeWebhookEndpoint(
                        new Team(tenantId, customerId),
                        WebhookRule.endpointId(endpointId),
                        wish.url() == null ? null : WebhookRule.url(wish.url(), reach, errors),
                        wish.types() == null ? null : WebhookRule.types(wish.types(), errors),
                        description(wish.description(), errors),
                        wish.enabled());
        ApiProblem.refuse(errors);
        return command;
    }

    private static @Nullable String description(@Nullable String given, List<FieldError> errors) {
        if (given == null) {
            return null;
        }
        String description = WebhookRule.description(given, errors);
        return description == null ? "" : description;
    }

    /// What is left out stays.
    Endpoint appliedTo(Endpoint before) {
        return new Endpoint(
                before.endpointId(),
                url == null ? before.url() : url,
                types == null ? before.types() : types,
                description == null
                        ? before.description()
                        : description.isEmpty() ? null : description,
                before.createdAt(),
                disabledReason(before.disabledReason()));
    }

    /// Who disables what is disabled already leaves the reason.
    private @Nullable String disabledReason(@Nullable String before) {
        if (enabled == null) {
            return before;
        }
        return enabled ? null : before == null ? BY_HAND : before;
    }

    @Override
    public String toString() {
        return "ChangeWebhookEndpoint[" + endpointId + "]";
    }
}
