package io.tallystick.app.database;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which database is used. An external one is named by `TALLYSTICK_DATABASE_URL`, either as JDBC or
/// as the `postgresql://user:password@host/database` that hosting providers print.
///
/// @param data the folder of `TALLYSTICK_DATA`
/// @param external empty where PostgreSQL is embedded
public record DatabaseSettings(Path data, Optional<DatabaseAccess> external) {

    static final String DATA = "TALLYSTICK_DATA";
    static final String URL = "TALLYSTICK_DATABASE_URL";
    static final String USER = "TALLYSTICK_DATABASE_USER";
    static final String PASSWORD = "TALLYSTICK_DATABASE_PASSWORD";

    static final List<String> NAMES = List.of(DATA, URL, USER, PASSWORD);

    private static final String JDBC = "jdbc:postgresql://";

    public static DatabaseSettings of(Map<String, String> environment) {
        var data = Path.of(value(environment, DATA).orElse("data")).toAbsolutePath().normalize();
        return new DatabaseSettings(data, external(environment));
    }

    private static Optional<DatabaseAccess> external(Map<String, String> environment) {
        var url = value(environment, URL);
        var user = value(environment, USER);
        var password = value(environment, PASSWORD);
        if (url.isPresent()) {
            return Optional.of(access(url.get(), user, password));
        }
        // Running embedded instead would look like a server that lost all of its data.
        if (user.isPresent() || password.isPresent()) {
            throw new StartRefusedException(
                    "%s or %s is set, but %s is not.".formatted(USER, PASSWORD, URL));
        }
        return Optional.empty();
    }

    private static DatabaseAccess access(
            String url, Optional<String> user, Optional<String> password) {
        var rest = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
        var schemeEnd = rest.indexOf("://");
        if (schemeEnd < 0 || !rest.substring(0, schemeEnd).matches("postgres(ql)?")) {
            throw new StartRefusedException(
                    URL + " must begin with jdbc:postgresql:// or postgresql://.");
        }
        rest = rest.substring(schemeEnd + "://".length());
        var credentials = new LinkedHashMap<String, String>();
        rest = takeUserInformation(rest, credentials);
        rest = takeParameters(rest, credentials);
        if (rest.startsWith("/") || rest.indexOf('/') < 0 || rest.matches("[^/]*/(\\?.*)?")) {
            throw new StartRefusedException(
                    URL + " must name a host and a database: postgresql://host/database.");
        }
        var name = user.or(() -> Optional.ofNullable(credentials.get("user")));
        return new DatabaseAccess(
                JDBC + rest,
                name.orElseThrow(() ->
                        new StartRefusedException(
                                "%s names no user and %s is not set.".formatted(URL, USER))),
                password.orElseGet(() -> credentials.getOrDefault("password", "")));
    }

    private static String takeUserInformation(String rest, Map<String, String> credentials) {
        var authorityEnd = rest.indexOf('/') < 0 ? rest.length() : rest.indexOf('/');
        var at = rest.lastIndexOf('@', authorityEnd);
        if (at < 0) {
            return rest;
        }
        var parts = rest.substring(0, at).split(":", 2);
        credentials.put("user", decoded(parts[0]));
        if (parts.length == 2) {
            credentials.put("password", decoded(parts[1]));
        }
        return rest.substring(at + 1);
    }

    /// The driver prefers what the URL says over what it is told; so the URL may not say it.
    private static String takeParameters(String rest, Map<String, String> credentials) {
        var question = rest.indexOf('?');
        if (question < 0) {
            return rest;
        }
        var kept = new StringBuilder();
        for (var parameter : rest.substring(question + 1).split("&", -1)) {
            var parts = parameter.split("=", 2);
            if (parts.length == 2 && (parts[0].equals("user") || parts[0].equals("password"))) {
                credentials.put(parts[0], decoded(parts[1]));
            } else {
                kept.append(kept.isEmpty() ? '?' : '&').append(parameter);
            }
        }
        return rest.substring(0, question) + kept;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /// Compose files hand down empty strings for what is not set.
    private static Optional<String> value(Map<String, String> environment, String key) {
        @Nullable String value = environment.get(key);
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value);
    }
}
