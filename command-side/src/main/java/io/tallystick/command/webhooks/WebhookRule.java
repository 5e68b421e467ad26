package io.tallystick.command.webhooks;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import io.tallystick.edge.text.Printable;
import io.tallystick.edge.webhook.EndpointUrl;
import io.tallystick.edge.webhook.WebhookReach;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an endpoint may be. All faults are named at once.
final class WebhookRule {

    private static final int DESCRIPTION_CHARACTERS_MAX = 200;

    private WebhookRule() {}

    static String url(@Nullable String given, WebhookReach reach, List<FieldError> errors) {
        if (given == null || given.isBlank()) {
            errors.add(new FieldError("/url", "required", "url is required."));
            return "";
        }
        String url = given.strip();
        EndpointUrl.fault(url, reach)
                .ifPresent(
                        fault -> errors.add(new FieldError("/url", fault.code(), fault.detail())));
        return url;
    }

    /// In the order in which there are types, each once.
    static List<String> types(@Nullable List<@Nullable String> given, List<FieldError> errors) {
        if (given == null || given.isEmpty()) {
            errors.add(new FieldError("/types", "required", "types is required."));
            return List.of();
        }
        List<String> known = WebhookType.keys();
        Set<@Nullable String> wanted = new LinkedHashSet<>(given);
        if (!known.containsAll(wanted)) {
            errors.add(
                    new FieldError(
                            "/types",
                            "unknown_value",
                            "A type is one of " + String.join(", ", known) + "."));
        }
        return known.stream().filter(wanted::contains).toList();
    }

    /// @return null for a blank one
    static @Nullable String description(@Nullable String given, List<FieldError> errors) {
        if (given == null || given.isBlank()) {
            return null;
        }
        String description = given.strip();
        if (!Printable.isLine(description)
                || description.codePointCount(0, description.length())
                        > DESCRIPTION_CHARACTERS_MAX) {
            errors.add(
                    new FieldError(
                            "/description",
                            "invalid_description",
                            "A description has 1 to 200 printable characters."));
        }
        return description;
    }

    /// What is no id is as absent as an id of nobody.
    static UUID endpointId(String text) {
        return id(text, "webhook_endpoint");
    }

    static UUID deliveryId(String text) {
        return id(text, "webhook_delivery");
    }

    private static UUID id(String text, String what) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw ApiProblem.notFound(what);
        }
    }
}
