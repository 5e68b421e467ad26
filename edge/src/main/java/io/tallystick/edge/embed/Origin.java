package io.tallystick.edge.embed;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The origin of a page, in the form in which browsers write it: scheme, host and a port that is
/// not the scheme's own. A name is written as the DNS does, and there are no patterns: one that
/// fits several pages fits one too many.
public final class Origin {

    private static final int CHARACTERS_MAX = 253 + 16;
    private static final Map<String, Integer> PORTS = Map.of("https", 443, "http", 80);
    private static final int PORT_MAX = 65_535;
    private static final Pattern HOST =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

    /// Pages of one's own machine, where nobody is in between.
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

    private Origin() {}

    /// What somebody allows. Without encryption whoever is in between could be the page, so that is
    /// for one's own machine only.
    ///
    /// @return empty for what is no origin, or has more than one in it
    public static Optional<String> allowed(String given) {
        return of(given.strip().toLowerCase(Locale.ROOT))
                .filter(Origin::isBare)
                .filter(uri -> uri.getScheme().equals("https") || LOOPBACK.contains(uri.getHost()))
                .map(Origin::text);
    }

    /// Of a page that a browser names, with whatever follows the origin.
    ///
    /// @return empty for what is none
    public static Optional<String> ofPage(String page) {
        return of(page).map(Origin::text);
    }

    private static Optional<URI> of(String text) {
        try {
            var uri = new URI(text);
            boolean fine =
                    uri.getScheme() != null
                            && PORTS.containsKey(uri.getScheme())
                            && uri.getHost() != null
                            && HOST.matcher(uri.getHost()).matches()
                            && uri.getRawUserInfo() == null
                            && uri.getPort() <= PORT_MAX;
            return fine ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    private static boolean isBare(URI uri) {
        String path = uri.getRawPath();
        return (path.isEmpty() || path.equals("/"))
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && text(uri).length() <= CHARACTERS_MAX;
    }

    private static String text(URI uri) {
        boolean own =
                uri.getPort() < 0
                        || uri.getPort() == PORTS.getOrDefault(uri.getScheme(), uri.getPort());
        return uri.getScheme() + "://" + uri.getHost() + (own ? "" : ":" + uri.getPort());
    }
}
