package io.tallystick.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Where the request of a thread comes from, for the facts that it causes. A command runs on the
/// thread of its request, so nobody in between has to hand it on, and nobody can forget to.
public final class RequestOrigin {

    private static final String KEY = RequestOrigin.class.getName() + ".key";

    /// A browser says about 120; whoever says more wants to fill the log.
    private static final int USER_AGENT_CHARACTERS_MAX = 300;

    private RequestOrigin() {}

    /// The request of this thread, null where it has none.
    public static @Nullable HttpServletRequest current() {
        return RequestContextHolder.getRequestAttributes()
                        instanceof ServletRequestAttributes attributes
                ? attributes.getRequest()
                : null;
    }

    /// The request came with this API key.
    public static void key(HttpServletRequest request, UUID keyId) {
        request.setAttribute(KEY, keyId.toString());
    }

    /// The id of the API key that the request came with, null for none.
    public static @Nullable String key(HttpServletRequest request) {
        return (String) request.getAttribute(KEY);
    }

    /// What sent the request, as it says itself; null where it says nothing.
    public static @Nullable String userAgent(HttpServletRequest request) {
        return agent(request.getHeader(HttpHeaders.USER_AGENT));
    }

    /// `ip`, `userAgent` and `keyId`, each where it is known; nothing on a thread that has no
    /// request.
    public static Map<String, String> asMetadata() {
        Map<String, String> known = new TreeMap<>();
        HttpServletRequest request = current();
        if (request != null) {
            put(known, "ip", request.getRemoteAddr());
            put(known, "userAgent", userAgent(request));
            put(known, "keyId", key(request));
        }
        return known;
    }

    private static void put(Map<String, String> known, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            known.put(name, value);
        }
    }

    private static @Nullable String agent(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String printable = header.replaceAll("\\p{Cntrl}", " ").strip();
        return printable.length() <= USER_AGENT_CHARACTERS_MAX
                ? printable
                : printable.substring(0, USER_AGENT_CHARACTERS_MAX);
    }
}
