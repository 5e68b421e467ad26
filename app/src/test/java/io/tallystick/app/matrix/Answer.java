package io.tallystick.app.matrix;

import io.tallystick.app.Api;
import java.net.http.HttpHeaders;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What came back.
///
/// @param headers as lines
/// @param sent what the request itself said; to hear it again tells nobody anything
record Answer(int status, String headers, String body, Collection<String> sent) {

    /// What differs between any two answers: times, positions, numbers of requests and of bytes.
    private static final Set<String> OF_THE_MOMENT =
            Set.of(
                    "date",
                    "content-length",
                    "ratelimit",
                    "x-ratelimit-remaining",
                    "x-ratelimit-reset",
                    "tallystick-position");

    private static final Pattern MOMENTS =
            Pattern.compile(
                    "(\"(?:traceId|asOf)\":)\"[^\"]*\"|(\"position\":)[0-9]+|(name=\"_csrf\"[^>]*value=)\"[^\"]*\"");

    /// Where somebody is sent who has not signed in.
    private static final Pattern STRANGER = Pattern.compile("(?m)^location: .*/login$");

    static Answer of(int status, HttpHeaders headers, String body, Collection<String> sent) {
        Map<String, String> lines = new TreeMap<>();
        headers.map()
                .forEach((name, values) ->
                        lines.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        String text =
                lines.entrySet().stream()
                        .filter(line -> !OF_THE_MOMENT.contains(line.getKey()))
                        .map(line -> line.getKey() + ": " + line.getValue())
                        .collect(Collectors.joining("\n"));
        return new Answer(status, text, body, sent);
    }

    boolean isSuccess() {
        return status < 400 && !STRANGER.matcher(headers).find();
    }

    /// The code of a problem, empty for what is none.
    String code() {
        return body.startsWith("{\"") && headers.contains("application/problem+json")
                ? Api.JSON.readTree(body).path("code").asString("")
                : "";
    }

    /// All bytes that somebody could learn from.
    String told() {
        String told = headers + "\n\n" + body;
        for (String word : sent) {
            told = told.replace(word, "(as sent)");
        }
        return told;
    }

    /// All bytes that do not depend on the moment.
    String lasting() {
        return status + "\n" + MOMENTS.matcher(told()).replaceAll("$1$2$3");
    }
}
