package io.tallystick.command.settings;

import io.tallystick.edge.problem.ApiProblem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// `If-Match: 7` or `"7"`: the version of the settings that a client has seen.
final class SeenVersion {

    private static final Pattern VERSION = Pattern.compile("(\"?)([0-9]{1,18})\\1");

    private SeenVersion() {}

    static long of(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new ApiProblem(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "precondition_required",
                    "Send the version that you have seen as If-Match.");
        }
        Matcher version = VERSION.matcher(ifMatch.strip());
        if (!version.matches()) {
            throw ApiProblem.invalid(
                    HttpHeaders.IF_MATCH, "not_a_version", "If-Match must be a version.");
        }
        return Long.parseLong(version.group(2));
    }
}
