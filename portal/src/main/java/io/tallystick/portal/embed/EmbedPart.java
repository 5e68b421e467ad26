package io.tallystick.portal.embed;

import io.tallystick.edge.embed.EmbedScope;
import io.tallystick.edge.problem.ApiProblem;
import java.util.Arrays;
import java.util.List;

/// A page of a session. Each is for one scope.
enum EmbedPart {
    USAGE("usage", EmbedScope.USAGE),
    DAYS("days", EmbedScope.DAYS),
    QUALIFIED_CALLS("qualified-calls", EmbedScope.QUALIFIED_CALLS);

    private final String path;
    private final EmbedScope scope;

    EmbedPart(String path, EmbedScope scope) {
        this.path = path;
        this.scope = scope;
    }

    public String path() {
        return path;
    }

    public String title() {
        return scope.title();
    }

    boolean isIn(List<String> scopes) {
        return scopes.contains(scope.key());
    }

    /// Those that a session may show, in their order.
    static List<EmbedPart> of(List<String> scopes) {
        return Arrays.stream(values()).filter(part -> part.isIn(scopes)).toList();
    }

    /// @throws ApiProblem 404 for what is no page
    static EmbedPart at(String path) {
        return Arrays.stream(values())
                .filter(part -> part.path.equals(path))
                .findFirst()
                .orElseThrow(() -> ApiProblem.notFound("page"));
    }
}
