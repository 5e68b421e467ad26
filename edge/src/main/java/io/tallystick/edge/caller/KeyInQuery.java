package io.tallystick.edge.caller;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tallystick.edge.problem.ApiProblem;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// A key in an address is in the logs of every proxy on the way and in the history of a browser. It
/// is not even tried, lest somebody get used to it.
final class KeyInQuery {

    private static final Set<String> NAMES = Set.of("api_key", "apikey", "access_token", "key");
    private static final String SECRETS = "tsk_";

    private KeyInQuery() {}

    /// @param query as it was sent; nothing else is read, because a body may be a form as well
    /// @throws ApiProblem 400 when there is a key in it
    static void refuse(@Nullable String query) {
        if (query != null && Arrays.stream(query.split("&")).anyMatch(KeyInQuery::isKey)) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "key_in_query",
                    "A key must not be part of an address, because addresses are kept in many places. Revoke this key, and send another as Authorization: Bearer.");
        }
    }

    private static boolean isKey(String parameter) {
        String[] parts = parameter.split("=", 2);
        return NAMES.contains(decode(parts[0]).toLowerCase(Locale.ROOT))
                || (parts.length == 2 && decode(parts[1]).strip().startsWith(SECRETS));
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
