package io.tallystick.command.access.embed;

import io.tallystick.command.access.EmailRule;
import io.tallystick.edge.embed.EmbedScope;
import io.tallystick.edge.embed.Origin;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an embed URL may be. All faults are named at once.
final class EmbedRule {

    static final int LINK_SECONDS_MAX = 15 * 60;
    static final int SESSION_SECONDS_MAX = 12 * 60 * 60;

    private static final int LINK_SECONDS_MIN = 10;
    private static final int SESSION_SECONDS_MIN = 60;
    private static final int ORIGINS_MAX = 20;
    private static final int LABEL_CHARACTERS_MAX = 100;
    private static final List<String> KINDS = List.of("widget", "iframe", "other");

    private EmbedRule() {}

    static String kind(@Nullable String given, List<FieldError> errors) {
        if (given == null) {
            errors.add(new FieldError("/kind", "required", "kind is required."));
            return "";
        }
        if (!KINDS.contains(given)) {
            errors.add(
                    new FieldError(
                            "/kind",
                            "unknown_value",
                            "A kind is one of widget, iframe and other."));
        }
        return given;
    }

    /// @param kind stands for a label that is left out
    static String label(@Nullable String given, String kind, List<FieldError> errors) {
        if (given == null || given.isBlank()) {
            return kind;
        }
        String label = given.strip();
        if (!EmailRule.isPrintable(label)
                || label.codePointCount(0, label.length()) > LABEL_CHARACTERS_MAX) {
            errors.add(
                    new FieldError(
                            "/label",
                            "invalid_label",
                            "A label has 1 to 100 printable characters."));
        }
        return label;
    }

    /// In the order in which there are scopes, each once.
    static List<String> scopes(@Nullable List<@Nullable String> given, List<FieldError> errors) {
        if (given == null || given.isEmpty()) {
            errors.add(new FieldError("/scopes", "required", "scopes is required."));
            return List.of();
        }
        Set<EmbedScope> scopes = new LinkedHashSet<>();
        for (String name : given) {
            Optional<EmbedScope> scope = name == null ? Optional.empty() : EmbedScope.named(name);
            scope.ifPresentOrElse(
                    scopes::add,
                    () ->
                            errors.add(
                                    new FieldError(
                                            "/scopes",
                                            "unknown_value",
                                            "A scope is one of " + known() + ".")));
        }
        return scopes.stream().sorted().map(EmbedScope::key).toList();
    }

    private static String known() {
        return Stream.of(EmbedScope.values())
                .map(EmbedScope::key)
                .collect(Collectors.joining(", "));
    }

    /// A frame is on a page, and somebody must say on which. A window of its own is on none.
    static List<String> origins(
            @Nullable List<@Nullable String> given, String kind, List<FieldError> errors) {
        List<String> origins = new ArrayList<>();
        for (String text : given == null ? List.<String>of() : given) {
            Optional<String> origin = text == null ? Optional.empty() : Origin.allowed(text);
            origin.filter(it -> !origins.contains(it)).ifPresent(origins::add);
            if (origin.isEmpty()) {
                errors.add(
                        new FieldError(
                                "/origins",
                                "invalid_origin",
                                "An origin is https:// and a host, without a path or a wildcard."));
            }
        }
        if (origins.size() > ORIGINS_MAX) {
            errors.add(new FieldError("/origins", "too_many", "There are 20 origins at most."));
        }
        boolean framed = !kind.equals("other");
        if (framed && origins.isEmpty() && errors.isEmpty()) {
            errors.add(
                    new FieldError(
                            "/origins",
                            "required",
                            "Name the origins of the pages that it is shown in."));
        }
        return origins;
    }

    static int linkSeconds(@Nullable Integer given, List<FieldError> errors) {
        return seconds(given, LINK_SECONDS_MIN, LINK_SECONDS_MAX, "/expiresInSeconds", errors);
    }

    static int sessionSeconds(@Nullable Integer given, List<FieldError> errors) {
        return seconds(given, SESSION_SECONDS_MIN, SESSION_SECONDS_MAX, "/sessionSeconds", errors);
    }

    private static int seconds(
            @Nullable Integer given, int min, int max, String pointer, List<FieldError> errors) {
        if (given == null) {
            return max;
        }
        if (given < min || given > max) {
            errors.add(
                    new FieldError(
                            pointer,
                            "out_of_range",
                            "%s is between %,d and %,d."
                                    .formatted(pointer.substring(1), min, max)));
        }
        return given;
    }

    /// What is no id is as absent as an id of nobody.
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw ApiProblem.notFound("embed_url");
        }
    }
}
